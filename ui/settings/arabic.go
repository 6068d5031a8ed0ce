package settings

import (
	"jarida/keymap"
	"jarida/ui/term"
)

func arabicWords() *Words {
	return &Words{
		RTL: true,

		Reading:       "جارٍ القراءة",
		Failed:        "تعذّرت قراءتها:",
		Skipped:       "متروكة:",
		Raw:           "خام",
		HelpKey:       "؟ مساعدة",
		Copied:        "نُسخ",
		NothingToCopy: "لا شيء يُنسخ",
		UnsafePath:    "لم يُنسخ: في المسار رموز تحكم",
		Cleaned:       "النص بعد التنقية",
		RawFile:       "الملف كما هو",

		Empty:        "لا مقالات هنا.",
		EmptyArticle: "هذا الملف خالٍ من النص.",
		TooSmall:     "الطرفية أصغر من أن تتسع.",

		RelatedStories:  "مقالات ذات صلة",
		FurtherArticles: "مقالات أخرى في هذا الملف",
		MainArticle:     "المقال الرئيسي في هذا الملف",

		HelpTitle: "المفاتيح",
		HelpHint:  "/ تصفية   Esc إغلاق",
		NoMatch:   "لا مفتاح لذلك.",

		Terminal:   "الطرفية",
		Mode:       "الوضع",
		Because:    "السبب",
		Known:      "المعروف عنها",
		Advice:     "نصيحة",
		VowelMarks: "التشكيل",
		Kept:       "يُعرض",
		Stripped:   "يُحذف",
		Asked:      "الأسئلة والأجوبة",
		NoAnswer:   "لا جواب",
		SampleHint: "الوضع الصحيح هو الذي يصدق فيه على كل سطر ما قيل هنا عن رقمه:",
		SaveHint:   "يُحفظ الوضع لهذه الطرفية بالأمر",
		HoldHint:   "المفتاح Enter ينهي الصفحة",
		Saved:      "حُفظ في",

		actions: map[keymap.Action]string{
			keymap.Down:         "سطر إلى الأسفل",
			keymap.Up:           "سطر إلى الأعلى",
			keymap.First:        "إلى البداية",
			keymap.Last:         "إلى النهاية",
			keymap.PageDown:     "صفحة إلى الأسفل",
			keymap.PageUp:       "صفحة إلى الأعلى",
			keymap.HalfDown:     "نصف صفحة إلى الأسفل",
			keymap.HalfUp:       "نصف صفحة إلى الأعلى",
			keymap.NextSentence: "الجملة التالية",
			keymap.PrevSentence: "الجملة السابقة",
			keymap.PaneLeft:     "اللوح الأيسر",
			keymap.PaneRight:    "اللوح الأيمن",
			keymap.PaneNext:     "اللوح التالي",
			keymap.PanePrev:     "اللوح السابق",
			keymap.Open:         "فتح",
			keymap.Back:         "خطوة إلى الوراء",
			keymap.Find:         "تصفية المفاتيح",
			keymap.Wide:         "قراءة على عرض الشاشة",
			keymap.Raw:          "الملف كما هو دون تنقية",
			keymap.Select:       "بدء تحديد الجمل أو إلغاؤه",
			keymap.Copy:         "نسخ التحديد أو الجملة أو العنوان",
			keymap.CopyPath:     "نسخ المسار",
			keymap.Help:         "مساعدة",
			keymap.Quit:         "خروج",
			keymap.Suspend:      "تعليق البرنامج",
			keymap.Redraw:       "إعادة رسم الشاشة",
		},
		reasons: map[term.Reason]string{
			term.ByDefault:     "لم تعرّف الطرفية بنفسها، وهذا الوضع صحيح في معظم الطرفيات",
			term.ByWish:        "طُلب ذلك لهذه المرة",
			term.BySaved:       "محفوظ لهذه الطرفية في ملف الإعدادات",
			term.ByConfig:      "محفوظ لكل الطرفيات في ملف الإعدادات",
			term.ByOuter:       "هي الطرفية التي يعمل tmux داخلها",
			term.ByMultiplexer: "لا يُعرف ما الطرفية التي يعمل tmux أو screen داخلها",
			term.ByBDSM:        "يمكن أن يُطلب منها ألا تعيد ترتيب النص",
			term.ByVersion:     "عرّفت الطرفية باسمها",
			term.ByAttributes:  "دلّت عليها خصائص الجهاز",
			term.ByTerm:        "يسمّيها المتغير TERM",
			term.ByEnv:         "يسمّيها أحد متغيرات البيئة",
		},
		modes: map[term.Mode]string{
			term.Marked:  "ترتيب العين، وبعد كل حرف علامة",
			term.Visual:  "ترتيب العين، للطرفيات التي لا تعيد ترتيب النص",
			term.Isolate: "ترتيب القراءة معزولًا، للطرفيات التي ترتّب النص وتصل حروفه",
			term.Words:   "الكلمات بترتيب العين، وحروف كل كلمة بترتيب القراءة",
			term.Logical: "ترتيب القراءة، كما في الملف",
		},
		questions: map[term.Question]string{
			term.AskBDSM:       "هل تعرف الوضع الذي يوقف إعادة الترتيب (DECRQM 8)",
			term.AskVersion:    "الاسم والإصدار (XTVERSION)",
			term.AskAttributes: "خصائص الجهاز (DA2)",
			term.AskOuter:      "الطرفية التي يعمل tmux داخلها",
			term.AskFont:       "الخط الرئيسي",
		},
		samples: map[term.SampleName]string{
			term.SamplePlain:    "الحروف متصلة، والقراءة تبدأ من اليمين بكلمة «جريدة»",
			term.SamplePanes:    "كل لوح في جهته: البحر عن اليسار والصحراء عن اليمين",
			term.SampleBrackets: "الأقواس وعلامات التنصيص تحيط بكلماتها",
			term.SampleNumbers:  "الأرقام والكلمات اللاتينية تُقرأ من اليسار: 1,250 – iPhone 15 – ٢٠٢٦",
			term.SampleLamAlef:  "اللام والألف حرف واحد بلا فراغ: لا",
			term.SampleTashkeel: "الحركات فوق حروفها، ولا يضيع حرف",
		},
		advice: map[term.Advice]string{
			term.NoAdvice:      "",
			term.SwitchBidiOff: "أوقف النص ثنائي الاتجاه في إعدادات الطرفية",
			term.ForceLTR:      "ضع force_ltr yes في ملف kitty.conf واحفظ الوضع visual: عندها تصحّ علامات الترقيم مع كل خط",
		},
	}
}
