package quote

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"jarida/corpus/entity"
)

// sense says what a word does for the question of who speaks.
type sense uint8

const (
	nothing    sense = iota
	report           // a reporting verb: its subject speaks
	addOn            // a reporting verb that mostly goes on with the same speaker: وأضاف
	participle       // قائلاً, مؤكداً: the subject of the sentence speaks
	nominal          // بحسب, وفقا ل: what follows speaks, for this sentence
	speech           // تصريحات, تحذيرات: behind a particle, what follows speaks, for this sentence
	stated           // جاء في بيان …: the one named next speaks, whatever stands between
	asWell           // كما, مثلما: the verb behind it speaks for this sentence
	express          // عبر: a reporting verb only before a particle (عبر عن), else a particle itself
	rare             // بين, رد: a reporting verb only before a colon
	said             // قوله, قولها, بالقول: the speaker under way
	relay            // نقل … عن: what follows عن speaks
	tongue           // على لسان: what follows speaks
	address          // خاطب: what follows is spoken to
	that             // أن, إن: here the subject ends and what was said begins
	particle         // عن, خلال …: what a subject reaches across only in its title
	clause           // حيث, قد: a subject ends here, and a verb may follow
	of               // في, من, لدى: a particle behind which an official's organisation stands
	relative         // الذي, التي: the noun before it is the subject of the verb behind
	unnamed          // مسؤول, مصدر: somebody speaks who has no name
	herald           // متحدث, ناطق: he speaks for whoever is named behind باسم
	issuer           // البيان, التقرير: its author speaks on
	body             // الوزارة, الوكالة: the organisation last named
	naming           // وكالة, صحيفة, بعنوان …: what stands in marks behind it is a name
)

// reporting is the reporting verbs in the third person of the perfect, as arabic.Normalize gives them, from the news prose that the
// package was measured on. بين, عبر, رد and كتب are left out: they are prepositions, nouns and plain verbs far more often.
const reporting = "قال اكد اوضح اعلن شدد صرح ذكر افاد اشار اعتبر راي كشف لفت نفي وصف اعرب حذر طالب دعا اتهم اقر جدد اعترف استدرك نوه " +
	"دافع تحدث نصح توقع علق ابدي اعاد ابلغ اخبر تساءل تعهد هدد انتقد ادان ندد اشاد رحب هنا قدر رجح زعم ادعي اقترح " +
	"تمني امل تطرق استبعد استنكر ناشد هاجم برر روي لاحظ اجاب سال جزم وعد حض حث عزا خلص راهن ابرز سجل استعرض"

// further is the verbs that go on with what was said.
const further = "اضاف تابع زاد اكمل اردف استطرد ختم اختتم مضي واصل استكمل عقب"

// present is the imperfect of the verbs that headlines use.
const present = "يقول يؤكد يوضح يعلن يشدد يصرح يفيد يشير يعتبر يري يكشف يلفت ينفي يصف يعرب يحذر يطالب يدعو يتهم يقر يجدد يعترف ينصح " +
	"يتوقع يردف يستطرد يزيد يستدرك يعلق يتساءل يتعهد يهدد ينتقد يدين يندد يشيد يرحب يزعم يقترح يستبعد يضيف يتابع"

// participles say how the subject of the sentence spoke.
const participles = "قايلا مضيفا مؤكدا مشيرا معتبرا موضحا مشددا مشيدا محذرا لافتا ملخصا معلنا مبينا منوها مصرحا مطالبا داعيا متهما نافيا واصفا معربا " +
	"معلقا متعهدا مهددا منتقدا مرحبا زاعما كاشفا متوقعا مستدركا مردفا مستطردا متسايلا متابعا مجددا معترفا مرجحا مذكرا"

// lexicon is what the words do, by their form: a hash table of chains.
type lexicon struct {
	words []lexeme              // those of one number side by side: see endsOf
	first [endsCount + 1]uint16 // of each number, and the end
}

type lexeme struct {
	word  string
	sense sense
}

const endsCount = 1 << 13

// endsOf is a number between 0 and endsCount for the length and the first and last letters of a word, which most words that are no part of the
// lexicon share with none of it.
func endsOf(word []byte) uint {
	n := len(word)
	if n < 2 {
		return 0
	}
	return (uint(word[1])*31 + uint(word[n-1])*977 + uint(n)*131) % endsCount
}

// newLexicon makes the lexicon once for a Finder.
func newLexicon() *lexicon {
	l := &lexicon{}
	for word, s := range senses() {
		l.words = append(l.words, lexeme{word, s})
		l.first[endsOf([]byte(word))+1]++
	}
	slices.SortFunc(l.words, func(a, b lexeme) int {
		return cmp.Or(cmp.Compare(endsOf([]byte(a.word)), endsOf([]byte(b.word))), strings.Compare(a.word, b.word))
	})
	for i := range endsCount {
		l.first[i+1] += l.first[i]
	}
	return l
}

// of gives what a word does.
func (l *lexicon) of(word []byte) sense {
	at := endsOf(word)
	for _, w := range l.words[l.first[at]:l.first[at+1]] {
		if w.word == string(word) {
			return w.sense
		}
	}
	return nothing
}

// sense gives what a word does, and whether a conjunction is joined to it.
func (l *lexicon) sense(word []byte) (found sense, and bool) {
	if found := l.of(word); found != nothing {
		return found, false
	}
	for _, conjunction := range [...]string{"و", "ف"} {
		if rest, ok := bytes.CutPrefix(word, []byte(conjunction)); ok {
			if found := l.of(rest); found != nothing {
				return found, true
			}
		}
	}
	return nothing, false
}

// Note gives what a word does, for a tagger to note of it: see FindNoted. It may be called from several goroutines at once.
func Note() entity.Noter {
	l := newLexicon()
	return func(word []byte) uint8 {
		found, and := l.sense(word)
		if and {
			return uint8(found) | withAnd
		}
		return uint8(found)
	}
}

// withAnd is added to the number of a sense where a conjunction is joined to the word.
const withAnd = 1 << 5

// noted is the sense of a word that was noted, and whether a conjunction is joined to it.
func noted(note uint8) (found sense, and bool) { return sense(note % withAnd), note >= withAnd }

// senses is what the words do, by their form.
func senses() map[string]sense {
	all := map[string]sense{}
	add := func(s sense, words string, forms ...string) {
		for word := range strings.FieldsSeq(words) {
			for _, form := range forms {
				all[inflect(word, form)] = s
			}
		}
	}
	add(report, reporting, "", "ت", "ا", "وا")
	add(report, reporting, "ه", "ها", "ته", "تها") // الضربات التي وصفها
	add(addOn, further, "", "ت", "ا", "وا")
	for word := range strings.FieldsSeq(strings.ReplaceAll(present, "ؤ", "و")) {
		all[word] = report
		all["ت"+strings.TrimPrefix(word, "ي")] = report
	}
	for word := range strings.FieldsSeq(strings.ReplaceAll(participles, "ؤ", "و")) {
		all[word] = participle
		all[strings.TrimSuffix(word, "ا")+"ه"] = participle  // قائلةً
		all[strings.TrimSuffix(word, "ا")+"ين"] = participle // قائلين
	}
	for s, words := range [...]string{ // not a map: where a word stands in two of them the latter counts, each time
		nominal:  "بحسب حسب وفق وفقا حسبما طبقا",
		speech:   "تصريحات تصريح تصريحه تحذيرات تحذير بيان بيانا كلمه خطاب حديث مقابله تغريده رساله",
		stated:   "جاء ورد",
		of:       "في من لدي",
		asWell:   "كما مثلما وفقما",
		rare:     "بين بينت عبر عبرت رد ردت كتب كتبت غرد غردت",
		said:     "قوله قولها قولهم بقوله بقولها بقولهم بالقول القول",
		relay:    "نقل نقلت نقلا ينقل نقلته نقله",
		tongue:   "لسان",
		address:  "خاطب خاطبت مخاطبا مخاطبه",
		that:     "ان انه انها انهم انهما اننا اني بان بانه بانها بانهم لان لكن ولكن لكنه لكنها",
		particle: "عن علي الي حول بشان خلال مع ردا امام عقب بعد قبل عند اثر منذ ضد تجاه ازاء بخصوص حيال اثناء ضمن",
		clause:   "حيث فيما بينما اذ عندما قد فيه فيها عنه عنها عليه عليها اليه اليها منه منها",
		relative: "الذي التي الذين اللذان اللتان اللذين",
		unnamed: "مسوول مسوولون مسوولين مسووله مصدر مصادر المصدر المصادر خبير خبراء محلل محللون محللين شهود شاهد ناشط ناشطون ناشطين " +
			"دبلوماسي دبلوماسيون مراقبون مراقبين معارضون احد احدهم بعض",
		herald: "متحدث متحدثه ناطق ناطقه",
		issuer: "البيان التقرير الرساله المقال النص",
		body: "الوزاره الوكاله الصحيفه المنظمه الحركه الحزب الجماعه الهييه المجلس اللجنه الشركه البنك الجيش القناه المحكمه الرياسه الموسسه الجامعه النادي " +
			"الاتحاد الجمعيه النقابه المركز الشبكه الموقع الحكومه الاداره الشرطه",
		naming: "وكاله صحيفه منظمه قمه تحالف معاهده مهرجان منتدي طراز شركه بعنوان موقع مجله قناه جمعيه حركه حزب تنظيم برنامج مشروع عمليه عنوان اسم باسم يسمي " +
			"تسمي مسمي فيلم كتاب روايه مسرحيه اغنيه مسلسل جايزه موسسه فندق مجموعه شبكه منصه تطبيق نادي فريق ملعب حمله مبادره شعار اذاعه مركز نشيد لقب لوحه",
	} {
		for word := range strings.FieldsSeq(words) {
			all[word] = sense(s)
		}
	}
	return all
}

// inflect gives a form of a verb in the perfect: a final ي that stands for alef maksura is dropped before the feminine ending
// (رأى, رأت), and becomes alef before a pronoun (رآها).
func inflect(verb, ending string) string {
	if stem, ok := strings.CutSuffix(verb, "ي"); ok && ending != "" {
		if strings.HasPrefix(ending, "ه") {
			return stem + "ا" + ending
		}
		return stem + ending
	}
	if stem, ok := strings.CutSuffix(verb, "ا"); ok && ending == "ت" { // دعا, دعت
		return stem + ending
	}
	return verb + ending
}
