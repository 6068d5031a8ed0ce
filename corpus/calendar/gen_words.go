//go:build ignore

// Gen_words writes words_table.go: the words that calendar expressions are made of, packed as package calendar packs the words
// of a text, in a hash table. The words and what they are stand below.
//
//	go run gen_words.go
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"log"
	"math/bits"
	"os"
	"strings"
)

// lexicon lists the words by what they are. Spellings that fold to one another (hamza, ta marbuta, vowel signs) are written once.
//
// Month names: Unicode CLDR 44 for ar, ar-DZ, ar-IQ, ar-LB, ar-MA, ar-MR, ar-TN, and the spellings of news agencies.
// Everything else is the vocabulary of news texts.
var lexicon = []struct {
	kind  string
	value int
	words string
}{
	{"month", 1, "يناير ينائر جانفي january jan"},
	{"month", 2, "فبراير فبرائر شباط فيفري february feb"},
	{"month", 3, "آذار march"},
	{"month", 4, "أبريل نيسان أفريل april apr"},
	{"month", 5, "مايو أيار"},
	{"month", 6, "يونيو يونية حزيران june jun"},
	{"month", 7, "يوليو يولية تموز جويلية يوليوز july jul"},
	{"month", 8, "أغسطس غشت أغشت august aug"},
	{"month", 9, "سبتمبر أيلول شتنبر شتمبر september sep sept"},
	{"month", 10, "أكتوبر october oct"},
	{"month", 11, "نوفمبر نونبر نوفنبر november nov"},
	{"month", 12, "ديسمبر دجنبر دجمبر december dec"},
	// Words of their own as well: practised, Mays, water, father, a name.
	{"weakMonth", 3, "مارس mar"},
	{"weakMonth", 5, "ماي may"},
	{"weakMonth", 6, "جوان"},
	{"weakMonth", 8, "آب أوت"},
	{"monthHead", 1, "كانون"},
	{"monthHead", 2, "تشرين"},
	{"hijriMonth", 1, "محرم المحرم"},
	{"hijriMonth", 2, "صفر"},
	{"hijriMonth", 7, "رجب"},
	{"hijriMonth", 8, "شعبان"},
	{"hijriMonth", 9, "رمضان"},
	{"hijriMonth", 10, "شوال"},
	{"hijriHead", 3, "ربيع"},
	{"hijriHead", 5, "جمادى جماد"},
	{"hijriHead", 11, "ذو ذي"},
	{"hijriTail", 11, "القعدة"},
	{"hijriTail", 12, "الحجة"},
	{"other", 2, "الآخر الآخرة"},

	{"weekday", 1, "الأحد"},
	{"weekday", 2, "الاثنين الاتنين"},
	{"weekday", 3, "الثلاثاء الثلاثا"},
	{"weekday", 4, "الأربعاء الأربعا"},
	{"weekday", 5, "الخميس"},
	{"weekday", 6, "الجمعة"},
	{"weekday", 7, "السبت"},
	{"bareWeekday", 1, "أحد"},
	{"bareWeekday", 2, "اثنين"},
	{"bareWeekday", 3, "ثلاثاء"},
	{"bareWeekday", 4, "أربعاء"},
	{"bareWeekday", 5, "خميس"},
	{"bareWeekday", 6, "جمعة"},
	{"bareWeekday", 7, "سبت"},

	{"englishDay", 1, "sunday sun"},
	{"englishDay", 2, "monday mon"},
	{"englishDay", 3, "tuesday tue"},
	{"englishDay", 4, "wednesday wed"},
	{"englishDay", 5, "thursday thu"},
	{"englishDay", 6, "friday fri"},
	{"englishDay", 7, "saturday sat"},

	{"today", 0, "اليوم"},
	{"today", 1, "يومه"},
	{"yesterday", 0, "أمس البارحة"},
	{"yesterday", 1, "الأمس"},
	{"tomorrow", 0, "غدا"},
	{"tomorrow", 1, "غد الغد"},
	{"tonight", 0, "الليلة"},
	{"dayWord", 1, "يوم"},
	{"dayWord", 2, "يومي"},
	{"dayWord", 3, "أيام"},
	{"ownDay", 0, "يومها"},
	{"part", 0, "صباح فجر ضحى"},
	{"part", 3, "ظهر"},
	{"part", 1, "مساء عصر ظهيرة نهار عشية"},
	{"part", 2, "ليل ليلة"},
	{"thePart", 0, "الصباح المساء الفجر"},
	{"adverb", 0, "صباحا فجرا ص"},
	{"adverb", 1, "ظهرا عصرا"},
	{"adverb", 2, "ليلا"},

	{"ordinal", 1, "الأول الأولى فاتح الفاتح الواحدة غرة"},
	{"ordinal", 2, "الثاني الثانية"},
	{"ordinal", 3, "الثالث الثالثة"},
	{"ordinal", 4, "الرابع الرابعة"},
	{"ordinal", 5, "الخامس الخامسة"},
	{"ordinal", 6, "السادس السادسة"},
	{"ordinal", 7, "السابع السابعة"},
	{"ordinal", 8, "الثامن الثامنة"},
	{"ordinal", 9, "التاسع التاسعة"},
	{"ordinal", 10, "العاشر العاشرة"},
	{"ordinal", 11, "الحادي الحادية"},
	{"first", 1, "أول"},
	{"second", 2, "ثاني ثان"},
	{"teen", 10, "عشر عشرة"},
	{"tens", 20, "العشرين العشرون"},
	{"tens", 30, "الثلاثين الثلاثون"},

	{"direction", -1, "الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة المنصرمين الفائت الفائتة الفارط الفارطة المنقضي المنقضية"},
	{"direction", 0, "الجاري الجارية الحالي الحالية"},
	{"direction", 1, "المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين"},
	{"recent", 0, "الأخير الأخيرة الأخيرين الأخيرتين"},
	{"anaphor", 0, "السابق السابقة التالي التالية نفسه نفسها ذاته ذاتها عينه"},
	{"newly", 0, "الجديد الجديدة"},
	{"this", 0, "هذا هذه"},
	{"that", 0, "ذلك تلك"},

	{"theUnit", 2, "الأسبوع"},
	{"theUnit", 3, "الشهر"},
	{"theUnit", 7, "العام السنة"},
	{"theUnit", 8, "العقد"},
	{"theUnit", 9, "القرن"},
	{"theUnit", 10, "الموسم"},
	{"unitWord", 2, "أسبوع"},
	{"unitWord", 3, "شهر"},
	{"unitWord", 7, "عام سنة"},
	{"unitWord", 8, "عقد"},
	{"unitWord", 9, "قرن"},
	{"unitWord", 10, "موسم"},
	{"years", 2, "عامي سنتي"},
	{"years", 3, "أعوام سنوات"},
	{"monthsOf", 2, "شهري أشهر"},
	{"weekend", 0, "عطلة"},
	{"dual", 0, "العامين اليومين الأسبوعين الشهرين السنتين العقدين القرنين الليلتين"},
	{"plural", 0, "الأيام الأسابيع الشهور الأشهر الأعوام السنوات السنين العقود القرون الليالي المواسم"},
	{"plural", 1, "الآونة"},
	{"ages", 0, "عقود"},
	{"yearKind", 1, "الهجري الهجرية"},
	{"yearKind", 2, "الميلادي الميلادية"},
	{"yearKind", 0, "الدراسي الدراسية المالي المالية الجامعي الجامعية الكروي الرياضي الأكاديمي التدريبي"},

	{"edge", 1, "آخر"},
	{"edge", 0, "أوائل أواخر مطلع منتصف نهاية بداية أواسط مستهل ختام بدايات نهايات"},
	{"half", 0, "النصف الشطر"},
	{"quarter", 0, "الربع"},
	{"quarter", 1, "الفصل"},
	{"third", 0, "الثلث"},
	{"less", 0, "إلا"},
	{"part60", 15, "ربع ربعا"},
	{"part60", 20, "ثلث ثلثا"},
	{"season", 0, "صيف"},
	{"season", 0, "خريف"},
	{"season", 0, "شتاء"},
	{"theSeason", 0, "الربيع"},
	{"theSeason", 0, "الصيف"},
	{"theSeason", 0, "الخريف"},
	{"theSeason", 0, "الشتاء"},
	{"decade", 20, "العشرينيات العشرينات عشرينيات عشرينات"},
	{"decade", 30, "الثلاثينيات الثلاثينات ثلاثينيات ثلاثينات"},
	{"decade", 40, "الأربعينيات الأربعينات أربعينيات أربعينات"},
	{"decade", 50, "الخمسينيات الخمسينات خمسينيات خمسينات"},
	{"decade", 60, "الستينيات الستينات ستينيات ستينات"},
	{"decade", 70, "السبعينيات السبعينات سبعينيات سبعينات"},
	{"decade", 80, "الثمانينيات الثمانينات ثمانينيات ثمانينات"},
	{"decade", 90, "التسعينيات التسعينات تسعينيات تسعينات"},

	{"clock", 0, "الساعة"},
	{"zone", 0, "توقيت gmt"},
	{"preposition", 0, "في منذ خلال حلول"},
	{"between", 0, "بين"},
	{"preposition", -2, "قبل"},
	{"preposition", 2, "بعد"},
	{"of", 0, "من"},
	{"to", 0, "إلى حتى"},
	{"and", 0, "و"},
	{"article", 0, "ال"},
	{"twin", 0, "الموافق الموافقة موافق المصادف"},
	{"dated", 0, "بتاريخ تاريخ مؤرخ المؤرخ"},
	{"common", 0, "م ميلادي ميلادية للميلاد الميلاد"},
	{"hijra", 0, "ه هـ هجري هجرية للهجرة الهجرة"},
	{"blessed", 0, "المبارك الكريم الفضيل المعظم الحرام"},

	// What stands before a word and takes its meaning as a date away.
	{"period", 0, "الفترة فترة المدة"},
	{"outlet", 0, "صحيفة جريدة قناة موقع وكالة شبكة مجلة بوابة مؤسسة دار برنامج فضائية"},
	{"todayName", 0, "روسيا عين العين المصري أخبار العرب عالم عالمنا جيل شباب"},
	{"place", 0, "مدينة شارع ميدان ساحة جامعة حزب كوبري جسر ملعب ستاد استاد مستشفى مدرسة محور ضاحية حي نفق سوق قاعدة معسكر كلية بلدية"},
	{"event", 0, "ثورة انتفاضة حركة حرب أحداث انتصارات نصر ثوار معركة ائتلاف"},
	{"prayer", 0, "صلاة خطبة مسجد جامع خطيب خطب"},
	// What stands behind a word and does so.
	{"epithet", 0, "السوداء البيضاء العظيمة الحزينة"},
	{"kindOfDay", 0, "العالمي الوطني الدولي العربي الأوروبي المفتوح الواحد الموعود الثقافي الختامي الافتتاحي " +
		"التراثي التعريفي العلمي التاريخي الاحتفالي السنوي المشؤوم الكبير المشهود الذي الأكثر الترفيهي التوعوي"},
	{"need", 0, "الحاجة"},
	{"age", 0, "عمره عمرها العمر عمرهم عمري عمرك أعمارهم"},
}

// letters gives the code of a letter in a packed word; those behind one another on a line are one letter to package calendar.
var letters = [...]string{
	"اأإآٱ", "ب" + "پ", "ت", "ث", "ج" + "چ", "ح", "خ", "د", "ذ", "ر", "ز" + "ژ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف" + "ڤ", "ق", "ك" + "کگ",
	"ل", "م", "ن", "ه" + "ةھہە", "و" + "ؤ", "ي" + "ىئیێ", "ء",
}

const (
	bitsOfLetter = 5
	maxLetters   = 12
	unknown      = 30      // a letter of no word in the table
	dropped      = 31      // what stands in words and is no letter: vowel signs, stretch
	latin        = 1 << 63 // a word of Latin letters
	slots        = 1 << 10
	filterBits   = 14
	multiplier   = 0x9e3779b97f4a7c15
)

func main() {
	codes := codeTable()
	var table [slots]string
	var filter [1 << filterBits / 64]uint64
	seen := map[uint64]string{}
	for _, entry := range lexicon {
		for _, word := range strings.Fields(entry.words) {
			key := pack(codes, word)
			if had, ok := seen[key]; ok {
				if had != entry.kind {
					fmt.Fprintf(os.Stderr, "%s is %s and %s: the first stands\n", word, had, entry.kind)
				}
				continue
			}
			seen[key] = entry.kind
			bit := key * multiplier >> (64 - filterBits)
			filter[bit/64] |= 1 << (bit % 64)
			at := key * multiplier >> (64 - bits.Len(slots-1))
			for table[at] != "" {
				at = (at + 1) % slots
			}
			table[at] = fmt.Sprintf("%d: {%#x, %s, %d}, // %s\n", at, key, entry.kind, entry.value, word)
		}
	}
	var b bytes.Buffer
	b.WriteString("// Code generated by gen_words.go; DO NOT EDIT.\n\npackage calendar\n\n")
	fmt.Fprintf(&b, "const (\nbitsOfLetter = %d\nmaxLetters = %d\nunknown = %d\ndropped = %d\nlatin uint64 = %#x\nslotBits = %d\nfilterBits = %d\nmultiplier uint64 = %#x\n)\n\n",
		bitsOfLetter, maxLetters, unknown, dropped, uint64(latin), bits.Len(slots-1), filterBits, uint64(multiplier))
	b.WriteString("// Codes of the letters that clitics are.\nconst (\n")
	for _, letter := range []string{"ا letterAlef", "ب letterBeh", "ف letterFeh", "ك letterKaf", "ل letterLam", "و letterWaw"} {
		char, name, _ := strings.Cut(letter, " ")
		fmt.Fprintf(&b, "%s = %d\n", name, pack(codes, char))
	}
	b.WriteString(")\n\n// letterOf is the code of each character from U+0600, 0 for what stands in no word.\nvar letterOf = [0x100]uint8{")
	for i, code := range codes {
		if i%16 == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%d,", code)
	}
	b.WriteString("\n}\n\n// words is the hash table.\nvar words = [1 << slotBits]entry{\n")
	for _, line := range table {
		b.WriteString(line)
	}
	b.WriteString("}\n")
	b.WriteString("\n// filter has the bit of the hash of each word set: most words of a text are told from those of the table by it.\nvar filter = [1 << filterBits / 64]uint64{\n")
	for _, set := range filter {
		fmt.Fprintf(&b, "%#x,\n", set)
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("words_table.go", out, 0o644); err != nil {
		log.Fatal(err)
	}
}

// codeTable gives the code of each character from U+0600 to U+06FF.
func codeTable() (codes [0x100]uint8) {
	set := func(from, to rune, code uint8) {
		for r := from; r <= to; r++ {
			codes[r-0x600] = code
		}
	}
	set(0x620, 0x64A, unknown)
	set(0x66E, 0x6D3, unknown)
	set(0x6D5, 0x6D5, unknown)
	set(0x6EE, 0x6EF, unknown)
	set(0x6FA, 0x6FC, unknown)
	set(0x6FF, 0x6FF, unknown)
	set(0x610, 0x61A, dropped)
	set(0x640, 0x640, dropped)
	set(0x64B, 0x65F, dropped)
	set(0x670, 0x670, dropped)
	set(0x6D6, 0x6DC, dropped)
	set(0x6DF, 0x6E8, dropped)
	set(0x6EA, 0x6ED, dropped)
	for i, same := range letters {
		for _, r := range same {
			codes[r-0x600] = uint8(i + 1)
		}
	}
	return codes
}

// pack writes the letters of a word, the first in the lowest bits.
func pack(codes [0x100]uint8, word string) (key uint64) {
	n := 0
	for _, r := range word {
		code := uint8(r - 'a' + 1)
		if r >= 0x600 {
			code = codes[r-0x600]
		} else {
			key |= latin
		}
		if code == dropped {
			continue
		}
		if code == 0 || code == unknown {
			log.Fatalf("%s cannot be packed", word)
		}
		key |= uint64(code) << (bitsOfLetter * n)
		n++
	}
	if n > maxLetters {
		log.Fatalf("%s is too long", word)
	}
	return key
}
