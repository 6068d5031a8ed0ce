//go:build unix

package search

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// One query over the titles of a folder, with nothing known from an earlier one, beside what fzf --filter does for it: processor time of both.
func BenchmarkFinderBesideFzf(b *testing.B) {
	fzf, err := exec.LookPath("fzf")
	if err != nil {
		b.Skip("fzf is not installed")
	}
	titles := readNames(b).titles
	lines := []byte(strings.Join(titles, "\n"))
	list := listOf(titles)
	var ours, theirs time.Duration
	b.ResetTimer()
	for b.Loop() {
		for _, query := range keystrokes {
			start := processorTime()
			if a := wholeFinder(nil, list).Find(b.Context(), query, 200); !a.Done {
				b.Fatal("not whole")
			}
			ours += processorTime() - start

			cmd := exec.CommandContext(b.Context(), fzf, "--filter", query)
			cmd.Stdin = bytes.NewReader(lines)
			_ = cmd.Run() // it fails where nothing is found
			if cmd.ProcessState == nil {
				b.Fatal("fzf does not start")
			}
			theirs += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		}
	}
	queries := float64(b.N * len(keystrokes))
	b.ReportMetric(float64(len(titles)), "titles")
	b.ReportMetric(ours.Seconds()*1e3/queries, "cpu-ms/query")
	b.ReportMetric(theirs.Seconds()*1e3/queries, "fzf-cpu-ms/query")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times-less")
}
