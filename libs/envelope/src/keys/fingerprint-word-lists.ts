/**
 * Two lists of 256 plain words, the word at a place of one meaning that of the other: a custodian who reads English and a newcomer who reads
 * Welsh compare the same phrase. No two words of a list differ by fewer than two letters, accents left aside.
 * The order is part of the protocol: a change would give every key other words.
 */
export const ENGLISH_WORDS: readonly string[] = `
  anchor angel apple apron arch arrow autumn baker barn basket bee belt bench bicycle bird blood bone book bottle bowl boy branch bread brick bridge
  broom bucket butter button candle carpet carrot cart castle chain chalk church circle city cliff clock cloth cloud coal coffee coin copper corner cow
  cup dance daughter dawn day deer desert dew dinner doctor dog dove dream dress drum duck dust eagle earth egg elephant eye face family fence ferry
  fish flag floor flower forest fork fox friend frog frost fruit garden gate giant glove goat gold grandfather grass grave green hair hammer harbour
  hare hat hawk heart hedge hedgehog holly honey horn horse ink iron island jacket jewel jug kettle key kitchen kite knife knot lamp lantern leaf
  leather leg letter library lion market meadow mill mirror monkey moon morning mother mountain mouse mouth mud museum music neck needle nest night nose
  number nurse nut oak ocean onion otter oven parsley path peacock pencil pepper picture pipe plough pocket poem potato prince queen rabbit rain rainbow
  raven red rice ring river rock root rope salmon salt sand scarf seal seed shadow sheep shell shepherd shirt shop shoulder silk sister snail snake snow
  soap song spider spoon spring squirrel star station stone storm street sugar summer sun supper swallow swan sword table tail tea teacher tent thumb
  thunder tiger tongue tooth torch town tree trout tunnel umbrella uncle valley village violin voice wall water wave wax week whale wheat wheel whistle
  willow window wine winter wolf wool world wren yard year
`.trim().split(/\s+/u);

export const WELSH_WORDS: readonly string[] = `
  angor angel afal ffedog bwa saeth hydref pobydd ysgubor basged gwenynen gwregys mainc beic aderyn gwaed asgwrn llyfr potel powlen bachgen cangen bara
  bricsen pont ysgub bwced menyn botwm cannwyll carped moronen cert castell cadwyn sialc eglwys cylch dinas clogwyn cloc brethyn cwmwl glo coffi ceiniog
  copr cornel buwch cwpan dawns merch gwawr dydd carw anialwch gwlith cinio meddyg ci colomen breuddwyd ffrog drwm hwyaden llwch eryr daear wy eliffant
  llygad wyneb teulu ffens fferi pysgodyn baner llawr blodyn coedwig fforc llwynog ffrind broga barrug ffrwyth gardd giât cawr maneg gafr aur taid
  glaswellt bedd gwyrdd gwallt morthwyl harbwr ysgyfarnog het hebog calon gwrych draenog celyn mêl corn ceffyl inc haearn ynys siaced gem jwg tegell
  allwedd cegin barcud cyllell cwlwm lamp llusern deilen lledr coes llythyr llyfrgell llew marchnad dôl melin drych mwnci lleuad bore mam mynydd
  llygoden ceg mwd amgueddfa cerddoriaeth gwddf nodwydd nyth nos trwyn rhif nyrs cneuen derwen cefnfor nionyn dyfrgi popty persli llwybr paun pensil
  pupur llun pib aradr poced cerdd taten tywysog brenhines cwningen glaw enfys cigfran coch reis modrwy afon craig gwreiddyn rhaff eog halen tywod
  sgarff morlo hedyn cysgod dafad cragen bugail crys siop ysgwydd sidan chwaer malwen neidr eira sebon cân corryn llwy gwanwyn gwiwer seren gorsaf
  carreg storm stryd siwgr haf haul swper gwennol alarch cleddyf bwrdd cynffon te athro pabell bawd taran teigr tafod dant fflachlamp tref coeden
  brithyll twnnel ymbarél ewythr dyffryn pentref ffidil llais wal dŵr ton cwyr wythnos morfil gwenith olwyn chwiban helygen ffenest gwin gaeaf blaidd
  gwlân byd dryw iard blwyddyn
`.trim().split(/\s+/u);
