// Package arabic knows Arabic letters: tokens, what counts as the same, clitics, skeletons of names, numerals, and which key
// types which letter (pure).
package arabic
