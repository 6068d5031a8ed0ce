package search

import (
	"context"

	"jarida/corpus/article"
)

// Builder turns articles into a segment of an index. It belongs to one goroutine.
type Builder struct{}

// Add takes an article of a source text. Each number is added once.
func (b *Builder) Add(doc int32, src string, a *article.Article) {}

// Bytes gives how much text was taken since the last segment.
func (b *Builder) Bytes() int { return 0 }

// Segment gives what was added as a segment, and begins the next.
func (b *Builder) Segment() *Segment { return &Segment{} }

// Segment is the full text of some articles. It does not change.
type Segment struct{}

// Index is the full text of articles. It does not change, and may be asked from any goroutine.
type Index struct{}

// Add gives an index with further segments. An article that an older segment has, too, is that of the newer one.
func (x *Index) Add(segments ...*Segment) *Index { return x }

// Remove gives an index without some articles.
func (x *Index) Remove(docs ...int32) *Index { return x }

// Merge gives an index that says the same in fewer segments, made on all cores.
func (x *Index) Merge(ctx context.Context) (*Index, error) { return x, ctx.Err() }

// Articles gives how many articles there are.
func (x *Index) Articles() int { return 0 }

// Known implements Lexicon.
func (x *Index) Known(word []byte) int { return 0 }

// Begins implements Lexicon.
func (x *Index) Begins(prefix []byte) bool { return false }

// Words implements Lexicon.
func (x *Index) Words(yield func(word []byte, articles int) bool) {}

// Size gives the bytes of memory that it takes.
func (x *Index) Size() int { return 0 }
