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
  scotland self sunday tall toy true wales welsh
`);

/** Names that with a small letter are words of Welsh, and of nothing in English. */
export const SMALL_IN_WELSH = list('aeron allan arian ben beth bob cai cara craig dai del eirin eirlys eli len les lin lyn mona pam sal tim tom');

/** Names so common that a capital settles it; with a small letter they are words. */
export const WORDS_WHEN_SMALL = new Set([...SMALL_IN_WELSH, ...list(`
  mae gene mike nick ray rob rod sandy
  basil bud buddy cam chuck clover coral dal dot drake drew duke gale ginger heath herb kit max melody merry norm ocean peg pip rusty scarlet sid star tab teddy verity
  ball barnes blake bone booth bridge bridges brewer chapel cole cotton cox dance driver dyer flint flood foot freeman garland glass glover golden grove hardy hare hart hawk hay heard horn hull kite lake lawn lock lodge mead mercer monk moody mole newman oak
  orange page painter pitt plant plum pond pride rainbow ring sands seal shields singer slater sparks squire staff stamp steward stocks swan swallow table teal tower tree vine watch weeks wells west east north south wheeler whale wild wren yard
`)]);

/** Names that begin Welsh sentences as words: what, why, is, team. */
export const WELSH_OPENERS = list('mae beth pam tim ben');

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
