package calendar

// kind is what a word is in the grammar of calendar expressions. The table of words gives each a value beside it.
type kind uint8

const (
	none        kind = iota
	month            // يناير: 1 to 12; Latin letters too
	weakMonth        // مارس, آب: a month's name that is a word of its own as well; 1 to 12
	monthHead        // كانون 1, تشرين 2: the ordinal behind it tells which
	hijriMonth       // رجب: 1 to 12
	hijriHead        // ربيع 3, جمادى 5, ذو 11: the word behind it tells which
	hijriTail        // القعدة 11, الحجة 12
	other            // الآخر, the second of two
	weekday          // الأحد 1 to السبت 7
	bareWeekday      // أحد, behind the word for day only
	englishDay       // Sunday 1 to Saturday 7, before a date
	today            // اليوم 0, يومه 1 (only before a weekday)
	yesterday        // أمس 0, الأمس 1
	tomorrow         // غدا 0, غد 1
	tonight          // الليلة
	dayWord          // يوم 1, يومي 2, أيام 3
	ownDay           // يومها, before an ordinal
	part             // صباح 0, مساء 1, ليل 2, ظهر 3: of a day that follows; all but 0 in the second half of it
	thePart          // الصباح
	adverb           // صباحا 0, ظهرا 1, ليلا 2: behind a clock time
	ordinal          // الأول 1 to العاشر 10, الحادي 11
	first            // أول
	second           // ثاني
	teen             // عشر
	tens             // العشرين 20, الثلاثين 30
	direction        // الماضي -1, الجاري 0, المقبل 1
	recent           // الأخير
	anaphor          // السابق, نفسه: what it refers to stands in the text
	newly            // الجديد
	this             // هذا
	that             // ذلك
	theUnit          // الأسبوع: a unit
	unitWord         // أسبوع: a unit
	years            // عامي 2, أعوام 3
	monthsOf         // شهري
	weekend          // عطلة
	dual             // اليومين
	plural           // الأيام 0, الآونة 1
	ages             // عقود
	yearKind         // الدراسي, behind the word for year; 1 for الهجري, 2 for الميلادي
	edge             // أوائل 0, آخر 1
	half             // النصف
	quarter          // الربع 0, الفصل 1, which is a chapter as well
	third            // الثلث
	less             // إلا, before a part of an hour
	part60           // ربع 15, ثلث 20: minutes
	season           // صيف
	theSeason        // الصيف
	decade           // الستينيات: 20 to 90
	clock            // الساعة
	zone             // توقيت, behind a clock time
	preposition      // في; قبل -2
	between          // بين
	of               // من
	to               // إلى, حتى
	and              // و
	article          // ال, before digits
	twin             // الموافق
	dated            // بتاريخ
	common           // م, the mark of the common era
	hijra            // هـ, the mark of the Hijri era
	blessed          // المبارك
	period           // الفترة, before the years of a range
	outlet           // صحيفة: اليوم behind it is a name
	todayName        // روسيا: اليوم behind it is most often a name
	place            // ميدان: a date behind it is a name
	event            // ثورة: a date behind it is part of a name
	prayer           // صلاة: الجمعة behind it is no day
	epithet          // السوداء: a weekday before it is a name
	kindOfDay        // العالمي: اليوم before it is not today
	need             // الحاجة: أمس before it is "direst"
	age              // العمر: a decade before it is one of a life
)

// unit is what a calendar expression names one of. The table of words uses the numbers.
type unit uint8

const (
	noUnit      unit = iota
	dayUnit          // 1
	weekUnit         // 2
	monthUnit        // 3
	seasonUnit       // 4
	quarterUnit      // 5
	halfUnit         // 6
	yearUnit         // 7
	decadeUnit       // 8
	centuryUnit      // 9
	playUnit         // 10, a season of sports
	clockUnit        // 11
)

// entry is a row of the table of words.
type entry struct {
	key   uint64
	kind  kind
	value int16
}
