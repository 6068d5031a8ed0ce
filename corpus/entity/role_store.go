package entity

// storedRole is a role phrase of an article.
type storedRole struct {
	phrase     uint32
	start, end uint32
	mention    int32
}

// storeRoles keeps the role phrases of an article.
func (b *Builder) storeRoles(roles []Role) []storedRole {
	if len(roles) == 0 {
		return nil
	}
	list := make([]storedRole, len(roles))
	for i, r := range roles {
		phrase, _ := b.phrases.id([]byte(r.Phrase))
		list[i] = storedRole{phrase: phrase, start: uint32(r.Start), end: uint32(r.End), mention: int32(r.Mention)}
	}
	return list
}
