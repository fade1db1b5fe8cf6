const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words of English and Welsh, folded, that are also names of people: alone they may be either. */
export const ORDINARY_WORDS = list(`
  abbot amber angel april archer art ash august autumn baker banks barber bell best bill bird bishop black bolt bond brand brook brooks brown bull
  burns butler
  carpenter carter case chambers chance chase cherry christian church clay cliff coal cook cooper court crane cross crystal dale daisy dawn day dean
  destiny
  earl ernest eve faith farmer father fern field fields finch fish fisher flower flowers ford forest fox frank freedom frost gardener gay gentle glen
  good grace grant gray green grey guy
  hall hand hands harmony harper hazel head heather heaven hill holly honey hope house hunt hunter iris ivy jade jasmine jay jet joy judge june
  justice
  keen king knight lamb lance land lane lark lavender law leaf lily little long love lord major mark marks marsh mason may mercy miles mill mills
  miller moon moor moss
  noble north olive page park parker pat patience peace pearl penny pepper piper pike pope poppy porter potter power precious price prince priest
  queen rain read reed rich river rivers robin rock rose rowan royal ruby rush
  sage sailor saint salmon savage sergeant sharp shepherd short silver skinner sky small smart smith snow spring star steel stone storm street strong
  sue summer summers sunny swift tailor tanner temple tiger trinity town turner unity
  victor viola violet wade walker wall ward waters way weaver white will wills willow winter winters wise wolf wood woods young
  alaw alarch awel blodau bron briallen bryn cad carreg cariad celyn cerdd dan deryn derwen dewin ebrill eira elain enfys eos fflur ffion ffydd gain
  garth glan glyn gobaith gwawr gwen gwenith gwylan gwyn haf haul hedd heddwen heddwyn heulwen hefin lili llinos
  mai medi mel menai mis mon mor nan nant nest non onnen rhos rhosyn siriol seren taid taran tegan tesni tirion wyn wen tan tes
  bacon bath berry blood bright bush cash coward darling dear early friend fry gates gold hood hook hurt kitchen main marshall money noon nurse orchard pain
  pool post proud raven reason rice root rules shore sleep speed still stock sweet thorn vale voice worth wright dilys elin gwern llew llwyd math myfyr sul
  foster less bets kits nets hers others nai
  constable bailiff provost canon deacon warden sheriff vicar chancellor carols jeans martins fella
  bent blunt christmas close cope down downs easter england english fear french friday gamble ireland jolly kind large last monday more new only over pack peel quick round rough
  blessing charity liberty promise journey lucky happy light link blossom candy brandy blue bear cat treasure sugar gem jewel prudence genesis blaze bliss comfort fortune favour favor gift given goodness haven
  honour honor innocent miracle praise pride progress sunshine spirit saffron scout starling testimony wave wisdom wish wonder heritage echo ember meadow maple primrose pansy marigold petal orchid lotus laurel juniper ivory indigo
  valentine september october november december january february march thursday saturday
  bed box bread chain child crisp curry deal doctor drink fell first gap grave graves hazard heal jumper loan marriage meek neighbour parish peach pickles pillow pinch pitcher plaster pledge pocket prior profit rank reader register risk salt
  school seed senior shade sick skill slack spice stable start stick stretch tape tidy trigger trout tuck weight wheel winner witness worthy
  adar afon allt aur bardd blodyn bro bywyd cefn coch coed cwm dewr dol dryw eithin eryr ewig gaeaf glas glaw goch golau gras grug gwanwyn gwaun gwennol gwir gwynt gwyrdd hebog heddwch helyg helygen hwyl hyder hydref
  llan llawen lleuad llwyn maes meillion melyn merch mwyn nos pabi pant rhedyn teg tywysog brenin ynys
  scotland self sunday tall toy true wales welsh
`);

/** Names that with a small letter are words of Welsh, and of nothing in English. */
export const SMALL_IN_WELSH = list('aeron allan arian ben beth bob cai cara craig dai del eirin eirlys eli jac len les lin lyn mal mat mona pam sal sel tal tim tom');

/** Words of two letters, with a capital only where they begin: any other ("Jo", "Bo") is a name. */
export const SHORT_WORDS = list('ac ag ai am an ar as at au be bu by ca cy da di do dr du ei er eu ex fe fi fo fu fy go he hi ie if in io is it ma me mi mo mr ms mx my na ni no nw oh oi ok on or os pa po re ro rd sa se si so st su sy ta ti to ty un up us wb we wn ye ym yn yr yw');

/** Names so common that a capital settles it; with a small letter they are words. */
export const WORDS_WHEN_SMALL = new Set([...SMALL_IN_WELSH, ...list(`
  mae gene mike nick ray rob rod sandy warren pierce trace skip spike misty dusty
  basil bud buddy cam chuck clover coral dal dot drake drew duke gale ginger heath herb kit max melody merry norm ocean peg pip rusty scarlet sid star tab teddy verity
  ball barnes blake bone booth bridge bridges brewer chapel cole cotton cox dance driver dyer flint flood foot freeman garland glass glover golden grove hardy hare hart hawk hay heard horn hull kite lake lawn lock lodge mead mercer monk moody mole newman oak
  orange page painter pitt plant plum pond pride rainbow ring sands seal shields singer slater sparks squire staff stamp steward stocks swan swallow table teal tower tree vine watch weeks wells west east north south wheeler whale wild wren yard
`)]);

/** Names, and mutated ones, that begin Welsh sentences as words: what, why, is, team, not (Tim), urgent (Prys). */
export const WELSH_OPENERS = list('mae beth pam tim ben dim deg brys fel fod fan gan gam fair gall gair rhai rhan nawr doedd ddoe felly');

/** Parts of a name that name nobody: particles, and what somebody is to somebody. */
export const NAMELESS_PARTS = list(`
  ab ap ferch verch bin bint ibn abu van von der den del dos da du de di el al la le the and
  uncle aunt auntie aunty nan nana nanna nanny nain taid gran granny grandad grandpa grandma dad daddy mam mum mummy mom tad ewythr wncwl modryb anti
  baby unborn babi child plentyn twin big little old young boy girl hen fach bach mawr mr mrs miss ms mx dr junior senior known
`);

/** Before a word with a capital, these make it a name. */
export const TITLES = list('mr mrs miss ms mx dr master sir lady uncle aunt auntie aunty nain taid nana gran anti wncwl modryb');
/** Of these, with a capital only: "they will miss April". */
export const TITLES_WITH_CAPITAL = list('miss master');
/** Between a title and somebody's name, an office and no name: Mr Justice Holloway. */
export const OFFICES = list('justice judge lord earl dean bishop canon deacon abbot father major sergeant constable marshal marshall provost chancellor sheriff bailiff warden');
