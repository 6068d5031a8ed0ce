// Package arabic knows Arabic letters: which key types which of them (pure).
package arabic
