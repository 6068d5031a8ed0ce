package entity

// template is a kind of evidence about a token. A feature is a template, its content, and where the token stands that it
// looks at.
type template uint8

const (
	// Of a word by itself, the same wherever it stands.
	featureWord    template = iota + 1 // its normal form
	featureStem                        // the same without clitics
	featurePrefix                      // the first letters of the stem, one to four
	featureSuffix                      // the last letters
	featureTrigram                     // any three letters
	featureShape                       // script, length, article, clitics
	featurePart                        // how common it is as part of a person's name
	featureNation                      // an adjective of a country, or a people
	featureTrigger                     // words that stand beside names
	featureLicense                     // what it announces
	featureCount                       // how common it is

	// Of a token among others.
	featurePair      // its stem and the one behind it, or the one before it: see pairKey
	featureList      // the list entry that it is part of
	featureChain     // what announced it, and how many words ago
	featureQuote     // the marks or brackets that it stands in
	featureListChain // the two together
	featureClasses   // the classes of the token and of those beside it: see wordClass
)

// The word of a feature stands from three tokens before to two behind: its role.
const (
	reachBefore = 3
	reachBehind = 2
	roles       = reachBefore + 1 + reachBehind
	wordRoles   = roles - 1 // but the first, in which triggers alone say something: see model.far
)

// roleSet is a set of roles, bit 0 for three tokens before.
type roleSet uint8

const (
	here   roleSet = 1 << reachBefore
	beside         = here<<1 | here | here>>1
	around         = here<<2 | beside | here>>2
	wide           = around | here>>3
)

// featureKey is the key of a feature of a word in one role.
type featureKey struct {
	role    uint8 // 0 for three tokens before
	lexical bool  // it is of this word and no other
	key     uint32
}

// featureHash begins the hash of a feature.
func (t template) hash() uint64 { return mix(uint64(t) * mixer1) }

// featureKeyOf is the key of a word's feature in a role.
func featureKeyOf(h uint64, role uint8) featureKey {
	return featureKey{role: role, key: foldKey(mix(h + uint64(role)*mixer2))}
}

// triggerHash begins the key of a class of triggers.
func triggerHash(t trigger) uint64 { return featureTrigger.hash() + uint64(t)*prime }

// codeKey is the key of a feature of a token among others, whose content is a number.
func codeKey(t template, offset int, code uint32) uint32 {
	return foldKey(mix(t.hash() + uint64(code)*prime + uint64(offset+reachBefore)*mixer2))
}

// pairKey is the key of two stems, by their hashes, as a feature of the first. The key with 1 for the last bit is that of the
// second, so that both are found at once.
func pairKey(before, behind uint64) uint32 {
	return foldKey(mix(featurePair.hash()^before*mixer1^(behind*mixer2+behind>>7))) &^ 1
}
