package entity

// listKind says what an entry of the lists is.
type listKind uint8

const (
	kindNone listKind = iota

	// Places.
	kindCountry
	kindState // a first division of a country: state, province, governorate
	kindCity
	kindRegion // no unit of government, or several: الشرق الأوسط، الخليج، الضفة الغربية
	kindContinent
	kindWater // seas, rivers, straits, canals
	kindLand  // mountains, deserts, islands
	kindSite  // squares, crossings, palaces, airports, holy places

	// Organisations.
	kindAgency
	kindNewspaper
	kindBroadcaster
	kindWebsite
	kindParty
	kindParliament // one with a name of its own: الكنيست، الدوما
	kindGroup      // armed group or movement
	kindForce      // army, guard, police, service
	kindBloc       // states together, and their bodies
	kindMinistry
	kindBank
	kindCompany
	kindUniversity
	kindClub
	kindFederation
	kindAid // aid, rights and other bodies of civil society
	kindCourt
	kindInstitution

	// Neither: they are evidence, and never mentions by themselves.
	kindPerson      // the full name of somebody known, or what everybody calls him by
	kindNationality // adjective of a country or region, of one person or thing: إيراني، الإيرانية
	kindPeople      // the people: الإيرانيون، الأكراد
	kindTrigger     // words that a name stands beside: see trigger

	kindEnd
)

// listKinds are the names of the kinds in the list files.
var listKinds = [kindEnd]string{
	kindNone: "", kindCountry: "country", kindState: "state", kindCity: "city", kindRegion: "region", kindContinent: "continent",
	kindWater: "water", kindLand: "land", kindSite: "site",
	kindAgency: "agency", kindNewspaper: "newspaper", kindBroadcaster: "broadcaster", kindWebsite: "website", kindParty: "party",
	kindParliament: "parliament", kindGroup: "group", kindForce: "force", kindBloc: "bloc", kindMinistry: "ministry",
	kindBank: "bank", kindCompany: "company", kindUniversity: "university", kindClub: "club", kindFederation: "federation",
	kindAid: "aid", kindCourt: "court", kindInstitution: "institution",
	kindPerson: "person", kindNationality: "nationality", kindPeople: "people", kindTrigger: "trigger",
}

// String gives the name of the kind in the list files.
func (k listKind) String() string { return listKinds[k] }

// place tells the kinds of places.
func (k listKind) place() bool { return k >= kindCountry && k <= kindSite }

// organisation tells the kinds of organisations.
func (k listKind) organisation() bool { return k >= kindAgency && k <= kindInstitution }

// listContext is a set of neighbourhoods, one of which an entry needs to be a name where it stands, because its words are
// common words too (اليوم), or the name of several things. None needed: 0.
type listContext uint8

const (
	// A word that announces an entry of this kind stands before it: صحيفة اليوم، قناة العربية، مدينة بلد.
	contextDescriptor listContext = 1 << iota
	// It stands in quotation marks: «فتح».
	contextQuotes
	// It stands as a credit or byline: a caption that ends in (الوطن).
	contextCredit
	// An adjective of a country follows: الأهلي المصري.
	contextNationality
	// Another entry of its kind stands in the same sentence: بين النصر والهلال.
	contextPeer
)

// listContexts are the names of the contexts in the list files, in the order of the bits.
var listContexts = [...]string{"descriptor", "quotes", "credit", "nationality", "peer"}

// trigger is a set of classes of words that stand beside names, or in none.
type trigger uint16

const (
	triggerTitle      trigger = 1 << iota // before a person: الرئيس، الدكتور، وزير
	triggerOrgHead                        // the first word of an organisation: وزارة، شركة، حزب
	triggerPlaceHead                      // before a place: مدينة، محافظة، شارع
	triggerDescriptor                     // before the name of something that has one: صحيفة، وكالة، حركة
	triggerVerb                           // of speech: قال، أعلنت
	triggerFunction                       // no name consists of these alone: في، الذي، أمس
	triggerMonth
	triggerWeekday
	triggerCredit // words of a credit: تصوير، أرشيفية
	triggerTail   // what organisations are for, behind ل: (وكالة دوغان) للأنباء، (الاتحاد الدولي) لكرة (القدم)
)

// triggerBits is how many classes there are.
const triggerBits = 10

// triggers are the names of the classes in the list files, in the order of the bits.
var triggers = [triggerBits]string{"title", "orghead", "placehead", "descriptor", "verb", "function", "month", "weekday", "credit", "tail"}
