package corpus

import (
	"reflect"
	"strings"
	"testing"

	"jarida/corpus/article"
)

// TestOutlines holds that an article that is not parsed again is as if it were, and that most need not be.
func TestOutlines(t *testing.T) {
	t.Parallel()
	const first = "افتُتح المتحف الجديد وسط المدينة بعد أعمال ترميم استمرت ثلاث سنوات، وشارك في الافتتاح عدد كبير من المختصين والزوار.\n"
	const second = "ويضم المبنى عشرين قاعة تعرض فيها القطع بحسب تاريخها، ومكتبة مفتوحة للباحثين، وحديقة تطل على النهر وتستقبل العائلات.\n"
	files := []struct {
		name, text string
		laid       bool
	}{
		{"plain.txt", "المتحف يفتح أبوابه\n\nالمتحف يفتح أبوابه\n" + first + "\n" + second, true},
		{"related.txt", "المتحف يفتح أبوابه\n\n" + first + "\nمقالات ذات صلة\n\nخبر\nأوروبا صورة (رويترز) play-circle\nخبر\n" + second, true},
		{"2020-01-01.html", "<html><head><title>ع</title></head><body><h1>عنوان الصفحة</h1><p>" + first + "</p><p>" + second + "</p></body></html>", true},
		{"origin.txt", "هذا الخبر بعنوان \"ب\" نشر أولاً على موقع example.com بتاريخ ١٦ كانون الثاني ٢٠٢٦.\n" + first + second, false},
		{"parts.txt", "ب\n\n" + first + "\nمقالات ذات صلة\n\nخبر\n«الجريدة» (تونس)\nآخر\n\nTT\n\nآخر\n" + first + second, false},
		{"long.txt", "المتحف\n\n" + strings.Repeat(first+"\n", mostHalved/len(first)+1), true},
	}
	var l listing
	for i, f := range files {
		l.files = append(l.files, &file{name: f.name, modified: int64(-i), content: []byte(f.text)})
	}
	c, err := open(t.Context(), l, Options{First: 2}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	s, texts := c.Snapshot(), new(textReader)
	for i, f := range files {
		src, _ := s.Source(Doc(i))
		parts := article.Parse(src, f.name)
		for n := range parts {
			d, err := c.Find(t.Context(), PartID(f.name, n+1))
			if err != nil || !reflect.DeepEqual(d.Article, parts[n]) || !reflect.DeepEqual(d.Parts, parts) {
				t.Errorf("%s, part %d: %+v, %v; want %+v", f.name, n+1, d.Article, err, parts[n])
			}
			_, a, ok := texts.article(s, d.Entry.Doc)
			if a.Related = append([]article.Teaser(nil), a.Related...); !ok || !reflect.DeepEqual(*a, parts[n]) {
				t.Errorf("%s, part %d: %+v for a stage, want %+v", f.name, n+1, a, parts[n])
			}
		}
		if laid := s.lay(new(article.Article), Doc(i), len(src.Text)); laid != f.laid {
			t.Errorf("%s, of %d parts, is not parsed again: %v, want %v", f.name, len(parts), laid, f.laid)
		}
	}
}
