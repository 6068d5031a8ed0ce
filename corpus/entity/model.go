package entity

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the model
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// packedModel is the trained model: see train and NOTICE.
//
//go:embed model.bin.gz
var packedModel []byte

// model is a trained model of tags: a score for each tag of each feature. It is read-only.
type model struct {
	scale float64 // a score times this is a logarithm of odds
	trans transitions
	table keyTable[packedWeights]
	vocab vocabulary

	// The scores of features of tokens among others, by code.
	list      [listCodes][beside3]contribution // of the token itself: what it adds to the token before it, to itself, to the one behind it
	chain     [chainCodes]contribution
	quote     [quoteCodes]contribution
	listChain [listCodes * int(chainCodes)]contribution
	classes   [classTriples][beside3]contribution // of the triple about a token, likewise
	far       [1 << triggerBits]contribution      // of the triggers of a word, to the third token behind it
}

// beside3 is the tokens that a code says something about: the one before, the token itself, the one behind.
const beside3 = 3

// modelMark begins a model; its digit counts the changes of the format and of the features.
const modelMark = "jarida entity model 2\n"

// unpackedSize is how many times as long as its packed form a model is, less than two: this much room, and it need not grow.
const unpackedSize = 2

var errModel = errors.New("the entity model is damaged")

// encode writes the model: the mark; the scale; the transitions; the number of features, their keys as differences, their weights
// tag by tag; the number of words of the vocabulary, their keys as differences, their counts. Numbers are varints.
func (m *model) encode(w io.Writer) error {
	b := []byte(modelMark)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(m.scale))
	for _, t := range m.trans.start {
		b = binary.AppendVarint(b, int64(t))
	}
	for _, row := range m.trans.next {
		for _, t := range row {
			b = binary.AppendVarint(b, int64(t))
		}
	}
	b = appendKeys(b, m.table.rows)
	for t := range int(tagCount) {
		for i := range m.table.rows {
			b = append(b, byte(m.table.rows[i].value.weight(tag(t))))
		}
	}
	b = appendKeys(b, m.vocab.table.rows)
	for _, r := range m.vocab.table.rows {
		b = append(b, r.value.all<<4|r.value.named)
	}
	for _, r := range m.vocab.table.rows {
		b = append(b, r.value.within)
	}
	packed, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := packed.Write(b); err != nil {
		return err
	}
	return packed.Close()
}

func appendKeys[V any](b []byte, rows []keyed[V]) []byte {
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for i := range rows {
		b, last = binary.AppendUvarint(b, uint64(rows[i].key-last)), rows[i].key
	}
	return b
}

// decodeModel reads what encode wrote.
func decodeModel(packed []byte) (*model, error) {
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	var text bytes.Buffer
	text.Grow(unpackedSize * len(packed))
	if _, err := text.ReadFrom(unpacked); err != nil {
		return nil, fmt.Errorf("%w: %w", errModel, err)
	}
	r := modelReader{rest: text.Bytes()}
	m := &model{}
	if string(r.bytes(len(modelMark))) != modelMark {
		return nil, fmt.Errorf("%w: not a model of this program", errModel)
	}
	if b := r.bytes(8); b != nil {
		m.scale = math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	for t := range m.trans.start {
		m.trans.start[t] = r.varint()
	}
	for b := range m.trans.next {
		for t := range m.trans.next[b] {
			m.trans.next[b][t] = r.varint()
		}
	}
	m.table = newKeyTable(readKeys[packedWeights](&r))
	for t := range int(tagCount) {
		for i, b := range r.bytes(len(m.table.rows)) {
			m.table.rows[i].value[t/lanes] |= uint32(b) << (8 * (t % lanes))
		}
	}
	m.vocab.table = newKeyTable(readKeys[counts](&r))
	for i, b := range r.bytes(len(m.vocab.table.rows)) {
		m.vocab.table.rows[i].value = counts{all: b >> 4, named: b & 15}
	}
	for i, b := range r.bytes(len(m.vocab.table.rows)) {
		m.vocab.table.rows[i].value.within = b
	}
	if r.failed || len(r.rest) > 0 {
		return nil, fmt.Errorf("%w: it ends too soon or too late", errModel)
	}
	m.fillCodes()
	return m, nil
}

// modelReader reads the parts of a model; failed is set by the first that is not there.
type modelReader struct {
	rest   []byte
	failed bool
}

func (r *modelReader) bytes(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.failed, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *modelReader) varint() int32 {
	v, n := binary.Varint(r.rest)
	if n <= 0 {
		r.failed = true
		return 0
	}
	r.rest = r.rest[n:]
	return int32(v)
}

// readKeys reads keys, whose values follow.
func readKeys[V any](r *modelReader) []keyed[V] {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > uint64(len(r.rest)) { // a key has a byte at least
		r.failed = true
		return nil
	}
	r.rest = r.rest[size:]
	rows := make([]keyed[V], n)
	last := uint32(0)
	for i := range rows {
		d, size := binary.Uvarint(r.rest)
		if size <= 0 {
			r.failed = true
			return nil
		}
		r.rest = r.rest[size:]
		last += uint32(d)
		rows[i].key = last
	}
	return rows
}

// add adds the scores of a feature, if the model has it.
func (m *model) add(to *contribution, key uint32) { m.addRow(to, m.table.find(key)) }

// having leaves of keys those that the model may have, most of which it has. All are looked for before any is found: none of these looks
// into the memory has to wait for another.
func (m *model) having(keys []featureKey) []featureKey {
	n := 0
	for _, k := range keys {
		keys[n] = k
		n += m.table.bit(k.key)
	}
	return keys[:n]
}

// addRow adds the scores of the feature of an index, nothing for -1.
func (m *model) addRow(to *contribution, i int) {
	if i >= 0 {
		row := m.table.rows[i].value.row()
		to.add(&row)
	}
}

// fillCodes looks up the features whose content is a code once for all.
func (m *model) fillCodes() {
	for offset := range beside3 { // of what the token looks at: what stands before it adds to the one behind it
		for code := range m.list {
			m.add(&m.list[code][beside3-1-offset], codeKey(featureList, offset-1, uint32(code)))
		}
		for code := range m.classes {
			m.add(&m.classes[code][beside3-1-offset], codeKey(featureClasses, offset-1, uint32(code)))
		}
	}
	for code := range m.chain {
		m.add(&m.chain[code], codeKey(featureChain, 0, uint32(code)))
	}
	for code := range m.quote {
		m.add(&m.quote[code], codeKey(featureQuote, 0, uint32(code)))
	}
	for code := range m.listChain {
		m.add(&m.listChain[code], codeKey(featureListChain, 0, uint32(code)))
	}
	for t := range trigger(len(m.far)) {
		if t != 0 {
			m.far[t] = m.far[t&(t-1)]
			m.add(&m.far[t], featureKeyOf(triggerHash(t&-t), 0).key)
		}
	}
}
