package settings

import (
	"context"
	"io/fs"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

func TestReport(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ english, arabic string }{
		{"The file is empty.", "الملف فارغ."},
		{"The file cannot be read: a PDF document, not text.", "تعذّرت قراءة الملف: مستند PDF، لا نص."},
		{"The file cannot be read: an OpenDocument file, not text.", "تعذّرت قراءة الملف: ملف OpenDocument، لا نص."},
		{"The file cannot be read: unpacking: gzip: invalid header.", "تعذّرت قراءة الملف: فك الضغط: بداية gzip غير صحيحة."},
		{"It is a named pipe, not a file.", "هو أنبوب مسمّى، لا ملف."},
		{`The folder "a: b" cannot be read: permission denied.`, "تعذّرت قراءة المجلد \u2068\"a: b\"\u2069: الوصول ممنوع."},
		{`The folder "The file is empty." cannot be read: x.`, "تعذّرت قراءة المجلد \u2068\"The file is empty.\"\u2069: x."},
		{`The folder "a cannot be read: b" cannot be read: permission denied.`, "تعذّرت قراءة المجلد \u2068\"a cannot be read: b\"\u2069: الوصول ممنوع."},
		{"An argument cannot be read any more: no such file or folder: /a/b.", "لم تعد قراءة أحد المُدخلات ممكنة: لا ملف ولا مجلد بهذا الاسم: \u2068/a/b\u2069."},
		{
			"An argument cannot be read any more: the folder a: b cannot be read: permission denied.",
			"لم تعد قراءة أحد المُدخلات ممكنة: تعذّرت قراءة المجلد \u2068a: b\u2069: الوصول ممنوع.",
		},
		{"open a program: permission denied", "فتح \u2068a program\u2069: الوصول ممنوع"},
		{"1 byte is not UTF-8, shown as \ufffd.", "بايت واحد ليس من UTF-8 ويظهر \ufffd."},
		{"17 bytes have no meaning in cp720, shown as \ufffd.", "بايتات عددها 17 لا معنى لها في cp720 وتظهر \ufffd."},
		{
			"The charset was guessed: cp720 fits best, and iso-8859-6 nearly as well.",
			"خُمّن الترميز: الأنسب cp720 ويكاد iso-8859-6 يناسبه مثله.",
		},
		{"write the journal: write /s/journal.jsonl: no space left on device", "كتابة السجل: كتابة \u2068/s/journal.jsonl\u2069: لا متسع على القرص"},
		{`exec: "less": executable file not found in $PATH`, "تشغيل \u2068\"less\"\u2069: لا برنامج بهذا الاسم"},
		{"fork/exec /opt/a: b: permission denied", "تشغيل \u2068/opt/a: b\u2069: الوصول ممنوع"},
		{
			`there is no format "pdf": choose one of bulk, markdown, ndjson, text`,
			"لا صيغة باسم \u2068\"pdf\"\u2069، والصيغ هي \u2068bulk, markdown, ndjson, text\u2069",
		},
		{"write the journal: mkdir /s/jarida: read-only file system", "كتابة السجل: إنشاء المجلد \u2068/s/jarida\u2069: نظام الملفات للقراءة فقط"},
		{"something that nobody knew", "something that nobody knew"},
		{"", ""},
	} {
		if got := WordsFor(Arabic).Report(c.english); got != c.arabic {
			t.Errorf("%q:\n got %q\nwant %q", c.english, got, c.arabic)
		}
		if got := WordsFor(English).Report(c.english); got != c.english {
			t.Errorf("in English %q became %q", c.english, got)
		}
	}
}

// TestPhrases holds that each phrase is found under its English text, has its holes and is Arabic.
func TestPhrases(t *testing.T) {
	t.Parallel()
	w := WordsFor(Arabic)
	for _, p := range w.phrases {
		checkWords(t, Arabic, p.english, p.own)
		if strings.Count(p.english, hole) != strings.Count(p.own, hole) {
			t.Errorf("%q has other holes than %q", p.own, p.english)
		}
		filled, want := strings.ReplaceAll(p.english, hole, "7"), strings.ReplaceAll(p.own, hole, "7")
		if got := w.Report(filled); got != want {
			t.Errorf("%q:\n got %q\nwant %q", filled, got, want)
		}
	}
}

// TestSystemErrors holds that what the system says of files is known as it says it.
func TestSystemErrors(t *testing.T) {
	t.Parallel()
	for _, err := range []error{
		syscall.EACCES, syscall.EPERM, syscall.ENOENT, syscall.EEXIST, syscall.EISDIR, syscall.ENOTDIR, syscall.EIO, syscall.ENOSPC, syscall.EDQUOT,
		syscall.EROFS, syscall.EMFILE, syscall.ELOOP, syscall.ENAMETOOLONG, syscall.ESTALE, fs.ErrPermission, fs.ErrNotExist, fs.ErrExist,
		syscall.ETXTBSY, syscall.ENOEXEC, exec.ErrNotFound, context.DeadlineExceeded, context.Canceled,
	} {
		checkWords(t, Arabic, err.Error(), WordsFor(Arabic).Report(err.Error()))
	}
}

func FuzzReport(f *testing.F) {
	for _, p := range arabicPhrases() {
		f.Add(p.english)
	}
	f.Add("write write … … : : cannot be read: ….")
	f.Fuzz(func(t *testing.T, text string) {
		if got := WordsFor(English).Report(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
		_ = WordsFor(Arabic).Report(text)
	})
}
