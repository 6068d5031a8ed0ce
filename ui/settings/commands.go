package settings

import (
	"cmp"

	"jarida/keymap"
)

// Command gives what a command, or the action of a key, is called in this language; its English name where it has no other.
func (w *Words) Command(name string) string {
	if w.RTL {
		return w.ArabicCommand(name)
	}
	return name
}

// ArabicCommand gives what it is called in Arabic: that name counts in every language of the interface.
func (w *Words) ArabicCommand(name string) string { return cmp.Or(w.commands[name], name) }

// CommandHelp says what a command does that is not the action of a key, "" for one that there is not.
func (w *Words) CommandHelp(name string) string { return w.commandHelp[name] }

// Value gives what a value of a setting is called in this language; its English name where it has no other.
func (w *Words) Value(name string) string {
	if w.RTL {
		return w.ArabicValue(name)
	}
	return name
}

// ArabicValue gives what it is called in Arabic.
func (w *Words) ArabicValue(name string) string { return cmp.Or(w.values[name], name) }

// arabicCommands are what commands are called in Arabic. Letters count as in a search: hamzas and vowel marks may be left out.
func arabicCommands() map[string]string {
	names := map[string]string{
		"sort":     "ترتيب",
		"view":     "عرض",
		"export":   "تصدير",
		"history":  "سجل",
		"save":     "حفظ",
		"forget":   "نسيان",
		"layout":   "جهة",
		"lang":     "لغة",
		"theme":    "سمة",
		"bidi":     "كتابة",
		"tashkeel": "تشكيل",
		"digits":   "أرقام",
		"mouse":    "فأرة",
		"stories":  "أخبار",
	}
	for action, name := range arabicActionNames() {
		names[action.String()] = name
	}
	return names
}

// arabicActionNames are what the actions of keys are called on the command line: a word or two, joined.
func arabicActionNames() map[keymap.Action]string { //nolint:funlen // a table
	return map[keymap.Action]string{ //nolint:dupl // of the same keys as two others
		keymap.Down:         "أسفل",
		keymap.Up:           "أعلى",
		keymap.First:        "بداية",
		keymap.Last:         "نهاية",
		keymap.PageDown:     "صفحة-أسفل",
		keymap.PageUp:       "صفحة-أعلى",
		keymap.HalfDown:     "نصف-أسفل",
		keymap.HalfUp:       "نصف-أعلى",
		keymap.NextSentence: "جملة-تالية",
		keymap.PrevSentence: "جملة-سابقة",
		keymap.PaneLeft:     "لوح-أيسر",
		keymap.PaneRight:    "لوح-أيمن",
		keymap.PaneNext:     "لوح-تالٍ",
		keymap.PanePrev:     "لوح-سابق",
		keymap.Open:         "فتح",
		keymap.Back:         "رجوع",
		keymap.Find:         "بحث",
		keymap.NextHit:      "نتيجة-تالية",
		keymap.PrevHit:      "نتيجة-سابقة",
		keymap.Finder:       "بحث-شامل",
		keymap.ToggleRead:   "مقروء",
		keymap.Star:         "نجمة",
		keymap.Postpone:     "إرجاء",
		keymap.Archive:      "أرشفة",
		keymap.TickRange:    "تعليم-مدى",
		keymap.TickAll:      "تعليم-الكل",
		keymap.NextUnread:   "غير-مقروء-تالٍ",
		keymap.PrevUnread:   "غير-مقروء-سابق",
		keymap.ViewInbox:    "عرض-الوارد",
		keymap.ViewUnread:   "عرض-غير-المقروء",
		keymap.ViewStarred:  "عرض-المميز",
		keymap.ViewLater:    "عرض-المرجأ",
		keymap.ViewArchived: "عرض-المؤرشف",
		keymap.ViewAll:      "عرض-الكل",
		keymap.External:     "برنامج-خارجي",
		keymap.Wide:         "عريض",
		keymap.Raw:          "خام",
		keymap.Story:        "خبر",
		keymap.StoryReasons: "سبب-الجمع",
		keymap.Select:       "تحديد",
		keymap.Copy:         "نسخ",
		keymap.CopyPath:     "نسخ-المسار",
		keymap.Dates:        "تواريخ",
		keymap.Entities:     "أسماء",
		keymap.NextMention:  "موضع-تالٍ",
		keymap.PrevMention:  "موضع-سابق",
		keymap.NextGroup:    "نوع-تالٍ",
		keymap.PrevGroup:    "نوع-سابق",
		keymap.Include:      "حصر",
		keymap.Exclude:      "استبعاد",
		keymap.Widen:        "رفع-شرط",
		keymap.MarkNames:    "تعليم-الأسماء",
		keymap.Context:      "سياق",
		keymap.Quotes:       "أقوال",
		keymap.Digest:       "موجز",
		keymap.Timeline:     "أيام",
		keymap.OtherDays:    "أيام-أخرى",
		keymap.Arrange:      "تنظيم-الأقوال",
		keymap.Compare:      "مقارنة",
		keymap.NextDiff:     "اختلاف-تالٍ",
		keymap.PrevDiff:     "اختلاف-سابق",
		keymap.NextVersion:  "رواية-تالية",
		keymap.PrevVersion:  "رواية-سابقة",
		keymap.WholeStory:   "الخبر-كله",
		keymap.ShowAll:      "إظهار-الكل",
		keymap.Tick:         "تعليم",
		keymap.Merge:        "دمج",
		keymap.Split:        "فصل",
		keymap.Rename:       "تسمية",
		keymap.Hide:         "إخفاء",
		keymap.Undo:         "تراجع",
		keymap.DoAgain:      "إعادة",
		keymap.Warnings:     "تنبيهات",
		keymap.Help:         "مساعدة",
		keymap.Quit:         "خروج",
		keymap.Suspend:      "تعليق",
		keymap.Redraw:       "إعادة-رسم",
		keymap.Command:      "سطر-الأوامر",
	}
}

// arabicValues are what the values of settings are called in Arabic.
func arabicValues() map[string]string {
	return map[string]string{
		"auto": "تلقائي",
		"rtl":  "يمين", "ltr": "يسار",
		English: "إنجليزية", Arabic: "عربية",
		"inbox": "الوارد", "unread": "غير-المقروء", "starred": "المميز", "later": "المرجأ", "archived": "المؤرشف", "all": "الكل",
		"keep": "إظهار", "strip": "حذف",
		"as-written": "كما-كُتبت", "latin": "لاتينية", "arabic": "عربية",
		"dark": "داكنة", "light": "فاتحة", "contrast": "تباين-عالٍ", "mono": "بلا-ألوان",
		"on": "تشغيل", "off": "إيقاف",
		"date": "تاريخ", "title": "عنوان", "source": "مصدر", "words": "كلمات", reversed: "معكوس",
		"ndjson": "جيسون", "markdown": "ماركداون", "text": "نص", "bulk": "فهرسة",
		"marked": "بعلامات", "visual": "بصري", "isolate": "معزول", "logical": "منطقي",
	}
}
