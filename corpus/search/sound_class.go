package search

// soundClass is the class of each folded letter in a skeleton: consonants that foreign names do not tell apart are one, vowels and what Latin
// leaves out are 0.
var soundClass = [256]uint8{
	beh: 1, teh: 2, tah: 2, theh: 3, jeem: 4, hah: 5, heh: 5, khah: 6, dal: 7, dad: 7, thal: 8, zain: 8, zah: 8, reh: 9, seen: 10, sad: 10,
	sheen: 11, ghain: 12, feh: 13, qaf: 14, kaf: 14, lam: 15, meem: 16, noon: 17,
}
