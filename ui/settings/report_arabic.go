package settings

import "slices"

// arabicPhrases are the reports in Arabic. The first that fits a text counts: those of fewer words stand behind.
func arabicPhrases() []phrase {
	return slices.Concat(arabicOfFiles(), arabicOfTexts(), arabicOfFormats(), arabicOfSystems())
}

// arabicOfFiles are the reports of files and folders.
func arabicOfFiles() []phrase {
	return []phrase{
		{"The file was deleted.", "حُذف الملف."},
		{"The file does not hold this article any more.", "لم يعد هذا المقال في الملف."},
		{"The file became shorter while it was being read.", "قصُر الملف أثناء قراءته."},
		{"The file is empty.", "الملف فارغ."},
		{"The file is no longer there.", "لم يعد الملف في مكانه."},
		{"You may not read this file.", "ليس لك أن تقرأ هذا الملف."},
		{"The file cannot be read: ….", "تعذّرت قراءة الملف: …."},
		{"The link leads nowhere.", "الرابط لا يؤدي إلى شيء."},
		{"It is ….", "هو …."},
		{"The link … leads to a folder that is read already.", "الرابط \u2068…\u2069 يؤدي إلى مجلد مقروء من قبل."},
		{"The folder … cannot be read: ….", "تعذّرت قراءة المجلد \u2068…\u2069: …."},
		{"An argument cannot be read any more: ….", "لم تعد قراءة أحد المُدخلات ممكنة: …."},
		{"the folder … cannot be read: …", "تعذّرت قراءة المجلد \u2068…\u2069: …"},
		{"no such file or folder: …", "لا ملف ولا مجلد بهذا الاسم: \u2068…\u2069"},
		{"you may not read …", "ليس لك أن تقرأ \u2068…\u2069"},
		{"Changes of the files are not seen: ….", "لا تُرى تغيّرات الملفات: …."},
		{"Folders in which changes are not seen: …. The system watches no more.", "مجلدات لا تُرى تغيّراتها: …. النظام لا يراقب أكثر من ذلك."},
	}
}

// arabicOfTexts are those of what is in a file.
func arabicOfTexts() []phrase {
	return []phrase{
		{"The file says that it is …, but reads as … and is decoded from that.", "يقول الملف إن ترميزه …، لكنه يُقرأ على أنه … فقُرئ به."},
		{
			"The charset was guessed: the text seems to be Western, and is decoded from windows-1252.",
			"خُمّن الترميز: يبدو النص غربيًا، فقُرئ على أنه windows-1252.",
		},
		{"The charset was guessed: … fits best, and … nearly as well.", "خُمّن الترميز: الأنسب … ويكاد … يناسبه مثله."},
		{"1 byte has no meaning in …, shown as \ufffd.", "بايت واحد لا معنى له في … ويظهر \ufffd."},
		{"… bytes have no meaning in …, shown as \ufffd.", "بايتات عددها … لا معنى لها في … وتظهر \ufffd."},
		{"1 byte is not UTF-8, shown as \ufffd.", "بايت واحد ليس من UTF-8 ويظهر \ufffd."},
		{"… bytes are not UTF-8, shown as \ufffd.", "بايتات عددها … ليست من UTF-8 وتظهر \ufffd."},
		{"1 character is broken, shown as \ufffd.", "حرف واحد تالف ويظهر \ufffd."},
		{"… characters are broken, shown as \ufffd.", "حروف عددها … تالفة وتظهر \ufffd."},
		{"The file ends in the middle of a character, shown as \ufffd.", "ينتهي الملف في وسط حرف، ويظهر \ufffd."},
		{
			"The compressed file is damaged or cut short: what follows could not be unpacked.",
			"الملف المضغوط تالف أو مبتور: تعذّر فك ما بعد هذا.",
		},
		{"The web archive is damaged or cut short: what follows is missing.", "أرشيف الصفحة تالف أو مبتور: ما بعد هذا مفقود."},
		{"the web archive holds no page", "لا صفحة في أرشيف الصفحة"},
		{"reading the web archive: …", "قراءة أرشيف الصفحة: …"},
		{"parts within parts, or without a boundary", "أجزاء داخل أجزاء، أو بلا فاصل"},
		{"unpacking: …", "فك الضغط: …"},
		{"gzip: invalid header", "بداية gzip غير صحيحة"},
		{"gzip: invalid checksum", "مجموع التحقق في gzip غير صحيح"},
		{"larger than 32 MiB", "أكبر من 32 MiB"},
		{"larger than 32 MiB when unpacked", "أكبر من 32 MiB بعد فك الضغط"},
	}
}

// arabicOfFormats are those of what is no text.
func arabicOfFormats() []phrase {
	return []phrase{
		{"…, not text", "…، لا نص"},
		{"…, not a file", "…، لا ملف"},
		{"a folder", "مجلد"},
		{"a named pipe", "أنبوب مسمّى"},
		{"a socket", "مقبس"},
		{"a device", "جهاز"},
		{"not a regular file", "ليس ملفًا عاديًا"},
		{"a file of zeros", "ملف من أصفار"},
		{"a binary file", "ملف ثنائي"},
		{"an old office document", "مستند مكتبي قديم"},
		{"an office document", "مستند مكتبي"},
		{"an OpenDocument file", "ملف OpenDocument"},
		{"an EPUB book", "كتاب EPUB"},
		{"an Excel workbook", "مصنف Excel"},
		{"a PowerPoint presentation", "عرض PowerPoint"},
		{"an SQLite database", "قاعدة بيانات SQLite"},
		{"a Parquet table", "جدول Parquet"},
		{"a property list", "قائمة خصائص"},
		{"a program", "برنامج"},
		{"a font", "خط"},
		{"a sound file", "ملف صوت"},
		{"a sound or video file", "ملف صوت أو فيديو"},
		{"a sound, image or video file", "ملف صوت أو صورة أو فيديو"},
		{"a Matroska or WebM video", "فيديو Matroska أو WebM"},
		{"an AVIF or HEIC image", "صورة AVIF أو HEIC"},
		{"a UTF-32 text", "نص بترميز UTF-32"},
		{"an ar archive or Debian package", "أرشيف ar أو حزمة Debian"},
		{"a cabinet archive", "أرشيف CAB"},
		{"a gzip file within a gzip file", "ملف gzip داخل ملف gzip"},
		{"a file packed by compress", "ملف مضغوط ببرنامج compress"},
		{"a … document", "مستند …"},
		{"an … document", "مستند …"},
		{"a … image", "صورة …"},
		{"a … archive", "أرشيف …"},
		{"a … file", "ملف …"},
		{"an … file", "ملف …"},
	}
}

// arabicOfSystems are those of what could not be kept or written, and what systems commonly say of files (errno of POSIX).
func arabicOfSystems() []phrase {
	return []phrase{
		{"the state folder cannot be written to: …", "تتعذّر الكتابة في مجلد الحالة: …"},
		{"write the journal: …", "كتابة السجل: …"},
		{"read the journal: …", "قراءة السجل: …"},
		{"lock the journal: …", "قفل السجل: …"},
		{"compact the journal: …", "اختصار السجل: …"},
		{"make an id: …", "إنشاء مُعرّف: …"},
		{"the file would lie among the articles", "سيقع الملف بين المقالات"},
		{"there is no such folder", "لا مجلد بهذا الاسم"},
		{"reading was stopped", "أُوقفت القراءة"},
		{"permission denied", "الوصول ممنوع"},
		{"operation not permitted", "العملية غير مسموح بها"},
		{"no such file or directory", "لا ملف ولا مجلد بهذا الاسم"},
		{"file exists", "الملف موجود"},
		{"file already exists", "الملف موجود"},
		{"file does not exist", "الملف غير موجود"},
		{"is a directory", "هو مجلد"},
		{"not a directory", "ليس مجلدًا"},
		{"input/output error", "خطأ في القرص"},
		{"no space left on device", "لا متسع على القرص"},
		{"disk quota exceeded", "استُنفدت حصتك من القرص"},
		{"read-only file system", "نظام الملفات للقراءة فقط"},
		{"too many open files", "ملفات مفتوحة أكثر مما يُسمح به"},
		{"too many levels of symbolic links", "روابط تدور في حلقة"},
		{"file name too long", "اسم الملف أطول مما يُسمح به"},
		{"stale file handle", "ملف على الشبكة لم يعد متاحًا"},
		{"unexpected EOF", "انتهى الملف قبل أوانه"},
		{"EOF", "انتهى الملف"},
		{"executable file not found in $PATH", "لا برنامج بهذا الاسم"},
		{"text file busy", "الملف قيد التشغيل"},
		{"exec format error", "ليس برنامجًا لهذا النظام"},
		{"context deadline exceeded", "انتهت المهلة"},
		{"context canceled", "أُوقف العمل"},
		{"there is no format …: choose one of …", "لا صيغة باسم \u2068…\u2069، والصيغ هي \u2068…\u2069"},
		{"exec: …: …", "تشغيل \u2068…\u2069: …"},
		{"fork/exec …: …", "تشغيل \u2068…\u2069: …"},
		{"mkdir …: …", "إنشاء المجلد \u2068…\u2069: …"},
		{"rename … …: …", "نقل \u2068…\u2069 إلى \u2068…\u2069: …"},
		{"truncate …: …", "تقصير \u2068…\u2069: …"},
		{"sync …: …", "حفظ \u2068…\u2069: …"},
		{"close …: …", "إغلاق \u2068…\u2069: …"},
		{"remove …: …", "حذف \u2068…\u2069: …"},
		{"stat …: …", "النظر في \u2068…\u2069: …"},
		{"lstat …: …", "النظر في \u2068…\u2069: …"},
		{"open …: …", "فتح \u2068…\u2069: …"},
		{"opening …: …", "فتح \u2068…\u2069: …"},
		{"write …: …", "كتابة \u2068…\u2069: …"},
		{"read …: …", "قراءة \u2068…\u2069: …"},
	}
}
