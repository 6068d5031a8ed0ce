package cli

import (
	"io"
	"os"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"jarida/corpus"
	"jarida/corpus/entity"
)

// TestOthersAreKept holds that the reader keeps the dates and quantities that entities would count, whether it has read the articles for names or not.
func TestOthersAreKept(t *testing.T) {
	cleanEnv(t)
	news := folder(t, map[string]string{
		"a.txt": "زيارة\n2026-01-16\n\nوصل فلاديمير بوتين إلى موسكو أمس الخميس بعد رحلة استغرقت 12 يوما وقطع فيها 300 كيلومتر.\n",
		"b.txt": "قمة\n2026-01-17\n\nوصل دونالد ترامب إلى موسكو أمس الجمعة بعد رحلة استغرقت 12 يوما.\n",
	})
	time.Sleep(2100 * time.Millisecond) // files that have just changed are not kept
	p := &program{env: os.Getenv, stderr: io.Discard}
	for _, how := range []string{"looked through", "kept", "read for names"} {
		others := newLooks(entityFlags{})
		o := corpus.Options{Watch: true, Entities: true, Cache: p.cache(), Lookers: others.lookers()}
		switch how {
		case "looked through":
			o.Lookers = nil
		case "read for names":
			t.Setenv("XDG_CACHE_HOME", t.TempDir())
			xdg.Reload()
			o.Cache = p.cache()
		}
		c, err := p.openWith(t.Context(), []string{news}, o)
		if err != nil {
			t.Fatal(err)
		}
		var reading sync.WaitGroup
		reading.Go(func() { p.awaitReader(t.Context(), c, o, others) })
		reading.Wait()
		docs, err := p.chosen(t.Context(), c, "")
		if err != nil {
			t.Fatal(err)
		}
		counted, gone, err := new(entityFlags).countAll(t.Context(), c, docs)
		if err != nil || len(gone) > 0 {
			t.Fatal(err, gone)
		}
		for _, typ := range []entity.Type{entity.Date, entity.Quantity} {
			one := entityFlags{typ: typ.String()}
			got, ok := one.recall(t.Context(), c)
			want := slices.Collect(counted.records(counted.sorted(one.typ)))
			if !ok || !reflect.DeepEqual(got, want) || len(want) == 0 {
				t.Errorf("%s, %s: got %v (%v), want %v", how, one.typ, got, ok, want)
			}
		}
		c.Close()
	}
}
