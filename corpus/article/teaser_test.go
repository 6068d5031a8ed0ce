package article_test

import (
	"strings"
	"testing"

	"jarida/corpus/article"
)

func TestTeasers(t *testing.T) {
	const (
		head  = "المتحف يفتح أبوابه\n\n" + paragraph + "\n\n"
		lead  = "يستمر المعرض شهرا ويضم قطعا لم تعرض من قبل."
		lead2 = "عادت القافلة بعد أسبوعين من السير في الرمال."
	)
	tests := []struct{ name, text, want string }{
		{"links", head + "مقالات ذات صلة\nمعرض للنقود القديمة\nرحلة إلى الصحراء\n", "معرض للنقود القديمة//|رحلة إلى الصحراء//"},
		{"links and leads", head + "مقالات ذات صلة\n\nمعرض للنقود القديمة\n" + lead + "\n\nرحلة إلى الصحراء\n" + lead2 + "\n", "معرض للنقود القديمة/" + lead + "/|رحلة إلى الصحراء/" + lead2 + "/"},
		{"links and dates", head + "اقرأ أيضا\n\nمعرض للنقود القديمة\n3 مايو 2020\nرحلة إلى الصحراء\n4 مايو 2020\n", "معرض للنقود القديمة//|رحلة إلى الصحراء//"},
		{
			"page lines", head + "مقالات ذات صلة\n\nثقافة واجهة القاعة الجديدة (رويترز)\n\nمعرض للنقود القديمة\n\n" + lead + "\n\n«الجريدة» (تونس - صفاقس)\nسفر القافلة عند الفجر\n\nرحلة إلى الصحراء\n\n" + lead2 + "\n\nسعاد بن علي (تونس)\n",
			"معرض للنقود القديمة/" + lead + "/«الجريدة» (تونس - صفاقس)|رحلة إلى الصحراء/" + lead2 + "/سعاد بن علي (تونس)",
		},
		{"title twice, no lead", head + "مقالات ذات صلة\n\nمعرض للنقود\n\nثقافة القاعة (رويترز)\n\nمعرض للنقود\n\n«الجريدة» (تونس)\n", "معرض للنقود//«الجريدة» (تونس)"},
		{"section over the title as over its picture", head + "مقالات ذات صلة\n\nثقافة القاعة (رويترز)\n\nثقافة معرض للنقود\n\n" + lead + "\n\n«الجريدة» (تونس)\n", "معرض للنقود/" + lead + "/«الجريدة» (تونس)"},
		{"in one line", head + "للمزيد: معرض للنقود القديمة\n\n" + another + "\n\nاقرأ أيضا| رحلة إلى الصحراء\n\n" + paragraph + " أمس.", "معرض للنقود القديمة//|رحلة إلى الصحراء//"},
		{"a row of links", head + "روابط ذات علاقة    معرض للنقود القديمة    رحلة إلى الصحراء    " + another + "\n" + paragraph + " أمس.", "معرض للنقود القديمة//|رحلة إلى الصحراء//"},
		{"text goes on behind two links", head + "اقرأ أيضا\nمعرض للنقود القديمة\nرحلة إلى الصحراء\n" + another + "\n" + paragraph + " أمس.\n" + another + " غدا.", "معرض للنقود القديمة//|رحلة إلى الصحراء//"},
		{"more of something is text", head + "للمزيد من المعلومات يمكن الاتصال بالمتحف.\n" + another, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parts := article.Parse(article.Source{Text: test.text}, "a.txt")
			sound(t, test.text, parts)
			part := func(r article.Range) string { return test.text[r.Start:r.End] }
			var got []string
			for _, r := range parts[0].Related {
				got = append(got, part(r.Title)+"/"+part(r.Lead)+"/"+part(r.Source))
			}
			if got := strings.Join(got, "|"); got != test.want {
				t.Errorf("%s\nwant %s", got, test.want)
			}
		})
	}
}
