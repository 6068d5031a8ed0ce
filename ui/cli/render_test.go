package cli

import (
	"bufio"
	"bytes"
	"errors"
	"strconv"
	"testing"
)

// TestWriteEach holds that what is rendered on all cores is written in order, once, and no further than an error.
func TestWriteEach(t *testing.T) {
	t.Parallel()
	wrong := errors.New("wrong")
	for _, n := range []int{0, 1, stretch, 5*stretch + 3} {
		for _, bad := range []int{-1, 0, stretch, n - 1} {
			var out, complaints, want, wantComplaints bytes.Buffer
			p := &program{stdout: bufio.NewWriter(&out), stderr: &complaints}
			err := p.writeEach(n, func(to *rendered, i int) error {
				if i == bad {
					return wrong
				}
				to.bytes = append(strconv.AppendInt(to.bytes, int64(i), 10), '\n')
				if i%1000 == 0 {
					to.complaints = append(to.complaints, strconv.Itoa(i))
				}
				return nil
			})
			_ = p.stdout.Flush() // to memory
			for i := range n {
				if i == bad {
					break
				}
				want.WriteString(strconv.Itoa(i) + "\n")
				if i%1000 == 0 {
					wantComplaints.WriteString("jarida: " + strconv.Itoa(i) + "\n")
				}
			}
			if fails := bad >= 0 && bad < n; errors.Is(err, wrong) != fails || out.String() != want.String() || complaints.String() != wantComplaints.String() {
				t.Errorf("%d, %d: %v, %d and %d bytes, want %d and %d", n, bad, err, out.Len(), complaints.Len(), want.Len(), wantComplaints.Len())
			}
		}
	}
}
