package arabic

// Skeleton gives the consonants of a normalised word (see Normalize), by which the spellings of one foreign name are the same:
// ترامب and ترمب, دميتري and ديمتري, غروسي and جروسي. The article, the long vowels ا و ي, ه and ء are left out, and letters
// that stand for one foreign sound are made one: ط→ت, ص ث→س, ض ذ→د, ظ→ز, ج ق ك→غ, پ→ب. It may be empty (آية).
func Skeleton(word string) string {
	return string(AppendSkeleton(make([]byte, 0, len(word)), word))
}

// AppendSkeleton appends the skeleton of a normalised word.
func AppendSkeleton(dst []byte, word string) []byte {
	const article = "ال"
	if len(word) > 2*len(article) && word[:len(article)] == article {
		word = word[len(article):]
	}
	for _, r := range word {
		switch r {
		case 'ا', 'و', 'ي', 'ه', 'ء':
			continue
		case 'ط':
			r = 'ت'
		case 'ص', 'ث':
			r = 'س'
		case 'ض', 'ذ':
			r = 'د'
		case 'ظ':
			r = 'ز'
		case 'ج', 'ق', 'ك':
			r = 'غ'
		}
		dst = append(dst, string(r)...)
	}
	return dst
}
