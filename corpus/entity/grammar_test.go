package entity

import (
	"strings"
	"testing"
)

// What the grammar of names says, whatever the model holds of them.
func TestGrammar(t *testing.T) {
	tagger := testTagger(t)
	tests := []struct{ name, text, want string }{
		{"what an organisation is for", "وذكرت وكالة دوجان للأنباء أن", "organisation وكالة دوجان للأنباء"},
		{"and its adjective", "حصلت شركة أبوظبي للخدمات الصحية على", "organisation شركة أبوظبي للخدمات الصحية"},
		{"and its noun", "قال رئيس الاتحاد البحريني لكرة الطاولة إن", "organisation الاتحاد البحريني لكرة الطاولة"},
		{"several are no one", "تعمل شركات كبرى للخدمات في البلاد", ""},
		{"a ministry and its field", "أعلنت وزارة الخدمة المدنية أن", "organisation وزارة الخدمة المدنية"},
		{"a ministry and two fields", "قررت وزارة الشؤون البلدية والقروية أمس", "organisation وزارة الشؤون البلدية والقروية"},
		{"a ministry and its country", "توصلت وزارة الداخلية الألمانية إلى", "organisation وزارة الداخلية الألمانية"},
		{"a minister is none", "قالت وزيرة الخارجية الكندية إن", ""},
		{"a municipality", "وتساءل: هل بلدية الجبيل تعلم بهذا المشروع؟", "organisation بلدية الجبيل"},
		{"a body of a region", "وأوضحت أمانة منطقة الرياض أن", "organisation أمانة منطقة الرياض"},
		{"the people of a person", "قالت إدارة ترامب إن", "person ترامب"},
		{"a stadium", "فاز على ملعب لوجنيكي في موسكو.", "place لوجنيكي|place موسكو"},
		{"a paper and a city", "عبدالله البرقاوي - سبق - الرياض: أصدرت", "person عبدالله البرقاوي|organisation سبق|place الرياض"},
		{"the list knows more words", "أبوظبي - سكاي نيوز عربية", "place أبوظبي|organisation سكاي نيوز عربية"},
		{"a number in a name", "نقلت قناة فرانس 24 عن", "organisation فرانس 24"},
		{"an adjective that is a country too", "قال مدير العيادات التخصصية السعودية إن", ""},
		{"an adjective before a name", "برعاية الرئيس المصري عبد الفتاح السيسي", "person عبد الفتاح السيسي"},
		{"two people", "وناقش بوتين ونتنياهو الوضع", "person بوتين|person نتنياهو"},
		{"علي and على", "وقّع الرئيس علي عبدالله صالح على الاتفاق", "person علي عبدالله صالح"},
		{"a house", "قال المهندس عبداللطيف بن عبدالملك آل الشيخ إن", "person عبداللطيف بن عبدالملك آل الشيخ"},
		{"a common word between clubs elsewhere", "والعمل على حماية السلم الأهلي والوحدة الوطنية", ""},
		{"God is no person of the news", "ونسأل الله أن يرحم الجميع", ""},
		{"a city whose first letter is no clitic", "كابل: محمود رحماني", "place كابل|person محمود رحماني"},
	}
	for _, tt := range tests {
		var sure []Mention
		for _, m := range tagger.Find(tt.text, paragraph(tt.text)) {
			if m.Confidence >= Sure {
				sure = append(sure, m)
			}
		}
		if got := strings.Join(texts(tt.text, sure), "|"); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
		}
	}
}
