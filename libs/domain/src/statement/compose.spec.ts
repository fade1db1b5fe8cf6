import { describe, expect, it } from 'vitest';
import { composeStatement } from './compose.js';
import { input, overridden, refusing, sharing } from './statement.examples.js';

describe('a statement', () => {
  it('tells an asking in English', () => {
    expect(composeStatement(input, 'en')).toBe([
      'Dalefield Council asks County force for information.',
      'The check is about a child; people in scope: child; parent (2).',
      'Purpose: enquiries under section 47; rated red.',
      'Threshold believed: significant harm, section 47.',
      'Strategy discussion held: 3 November 2026, 09:30 (UTC+00:00).',
      'Asked for: domestic abuse incidents; police.warnings.',
      'Period: 4 November 2025 to 3 November 2026.',
      'It includes special category data.',
      'It includes data about criminal offences.',
      'Regime: UK GDPR with Part 2 [REG-P2: DPA 2018 Part 2].',
      'Lawful basis: Public task [A6-E: UK GDPR Art 6(1)(e)].',
      'Condition for special category data: Substantial public interest [A9-G: UK GDPR Art 9(2)(g)].',
      'Schedule 1 condition: Safeguarding [S1-18: DPA 2018 Sch 1 para 18].',
      'Route for criminal offence data: Extension to criminal data [S1-36: DPA 2018 Sch 1 para 36] (not yet checked by a lawyer or data protection officer).',
      'Power or duty: Section 47 enquiries [CA1989-47: Children Act 1989 s47(1)].',
      'Confidentiality: Set aside by statute [CLC-LAW: common law].',
      'Human rights: Private and family life [HRA-8: ECHR Art 8].',
      'Why without consent (DPA 2018 Sch 1): (c) obtaining consent would prejudice the protection.',
      'Appropriate policy document: APD-1, version 2.0, to be reviewed by 31 March 2027.',
      'The law is read from catalogue version facts-1.',
      'Agreement of those concerned to the check: not sought, because asking would put a child at risk.',
      'Those concerned have been told: no, to be told later.',
      'Less intrusive means considered: none would work.',
      'People outside the family of whom it tells: 2; marked as relevant: 1.',
      'Warnings seen and gone past: T12 (checked with the manager).',
      'Covered by agreement DSA-7, version 3, clause 4.2.',
      'Answer due by: 3 November 2026, 15:05 (UTC+00:00).',
      'Question: “Is either adult on bail?”',
      'Why it is needed: “Only the force can say, and it decides who goes home.”',
    ].join(' '));
  });

  it('tells an asking in Welsh', () => {
    expect(composeStatement(input, 'cy')).toBe([
      'Mae Cyngor Dalefield yn gofyn i Heddlu’r sir am wybodaeth.',
      'Mae’r gwiriad am blentyn; pobl dan sylw: plentyn; rhiant (2).',
      'Diben: ymholiadau adran 47; lliw: coch.',
      'Trothwy y credir iddo gael ei gyrraedd: niwed sylweddol, adran 47.',
      'Cynhaliwyd trafodaeth strategaeth: 3 Tachwedd 2026, 09:30 (UTC+00:00).',
      'Gofynnir am y canlynol: digwyddiadau cam-drin domestig; police.warnings.',
      'Cyfnod: 4 Tachwedd 2025 hyd 3 Tachwedd 2026.',
      'Mae’n cynnwys data categori arbennig.',
      'Mae’n cynnwys data am droseddau.',
      'Cyfundrefn: GDPR y DU gyda Rhan 2 [REG-P2: DPA 2018 Part 2].',
      'Sail gyfreithlon: Tasg gyhoeddus [A6-E: UK GDPR Art 6(1)(e)].',
      'Amod ar gyfer data categori arbennig: Budd cyhoeddus sylweddol [A9-G: UK GDPR Art 9(2)(g)].',
      'Amod Atodlen 1: Diogelu [S1-18: DPA 2018 Sch 1 para 18].',
      'Llwybr ar gyfer data troseddau: Estyniad i ddata troseddau [S1-36: DPA 2018 Sch 1 para 36] (heb ei wirio eto gan gyfreithiwr na swyddog diogelu data).',
      'Pŵer neu ddyletswydd: Ymholiadau adran 47 [CA1989-47: Children Act 1989 s47(1)].',
      'Cyfrinachedd: Wedi’i roi o’r neilltu gan statud [CLC-LAW: common law].',
      'Hawliau dynol: Bywyd preifat a theuluol [HRA-8: ECHR Art 8].',
      'Pam heb gydsyniad (DPA 2018 Atod 1): (c) byddai cael cydsyniad yn niweidio’r amddiffyniad.',
      'Dogfen bolisi briodol: APD-1, fersiwn 2.0, i’w hadolygu erbyn 31 Mawrth 2027.',
      'Darllenir y gyfraith o fersiwn facts-1 o’r catalog.',
      'Cytundeb y rhai dan sylw i’r gwiriad: ni ofynnwyd amdano; y rheswm: byddai gofyn yn rhoi plentyn mewn perygl.',
      'Rhoddwyd gwybod i’r rhai dan sylw: naddo, rhoddir gwybod yn ddiweddarach.',
      'Dulliau llai ymwthiol a ystyriwyd: ni fyddai’r un yn gweithio.',
      'Pobl o’r tu allan i’r teulu y sonnir amdanynt: 2; wedi’u nodi’n berthnasol: 1.',
      'Rhybuddion a welwyd ac yr aethpwyd heibio iddynt: T12 (holwyd y rheolwr).',
      'O dan gytundeb DSA-7, fersiwn 3, cymal 4.2.',
      'Ateb erbyn: 3 Tachwedd 2026, 15:05 (UTC+00:00).',
      'Cwestiwn: “Is either adult on bail?”',
      'Pam y mae ei angen: “Only the force can say, and it decides who goes home.”',
    ].join(' '));
  });

  it('tells a sharing in English', () => {
    expect(composeStatement(sharing, 'en')).toBe([
      'County force shares with Dalefield Council part of what was asked for.',
      'The check is about a child; people in scope: child; parent (2).',
      'Purpose: enquiries under section 47; rated red.',
      'Threshold believed: significant harm, section 47.',
      'Systems searched: Niche.',
      'People in scope who were searched for: 1.',
      'Given: domestic abuse incidents.',
      'Items, by what they are: fact (2); allegation.',
      'Limits on handling: the family may not be told (2).',
      'Held back: police.warnings.',
      'The rest is to come by: 3 July 2026, 16:00 (UTC+01:00).',
      'It includes special category data.',
      'It includes data about criminal offences.',
      'Regime: UK GDPR with Part 2 [REG-P2: DPA 2018 Part 2].',
      'Lawful basis: Public task [A6-E: UK GDPR Art 6(1)(e)].',
      'Condition for special category data: Substantial public interest [A9-G: UK GDPR Art 9(2)(g)].',
      'Schedule 1 condition: Safeguarding [S1-18: DPA 2018 Sch 1 para 18].',
      'Route for criminal offence data: Extension to criminal data [S1-36: DPA 2018 Sch 1 para 36] (not yet checked by a lawyer or data protection officer).',
      'Power or duty: Section 47 enquiries [CA1989-47: Children Act 1989 s47(1)].',
      'Confidentiality: Set aside by statute [CLC-LAW: common law].',
      'Human rights: Private and family life [HRA-8: ECHR Art 8].',
      'Why without consent (DPA 2018 Sch 1): (c) obtaining consent would prejudice the protection.',
      'Appropriate policy document: APD-1, version 2.0, to be reviewed by 31 March 2027.',
      'The law is read from catalogue version facts-1.',
      'Covered by agreement DSA-7, version 3, clause 4.2.',
      'The words are sealed and not shown here.',
    ].join(' '));
  });

  it('tells a sharing in Welsh', () => {
    expect(composeStatement(sharing, 'cy')).toBe([
      'Mae Heddlu’r sir yn rhannu gyda Cyngor Dalefield ran o’r hyn y gofynnwyd amdano.',
      'Mae’r gwiriad am blentyn; pobl dan sylw: plentyn; rhiant (2).',
      'Diben: ymholiadau adran 47; lliw: coch.',
      'Trothwy y credir iddo gael ei gyrraedd: niwed sylweddol, adran 47.',
      'Systemau a chwiliwyd: Niche.',
      'Pobl dan sylw y chwiliwyd amdanynt: 1.',
      'Rhoddwyd: digwyddiadau cam-drin domestig.',
      'Eitemau, yn ôl eu natur: ffaith (2); honiad.',
      'Cyfyngiadau ar eu trin: ni cheir dweud wrth y teulu (2).',
      'Cadwyd yn ôl: police.warnings.',
      'Daw’r gweddill erbyn: 3 Gorffennaf 2026, 16:00 (UTC+01:00).',
      'Mae’n cynnwys data categori arbennig.',
      'Mae’n cynnwys data am droseddau.',
      'Cyfundrefn: GDPR y DU gyda Rhan 2 [REG-P2: DPA 2018 Part 2].',
      'Sail gyfreithlon: Tasg gyhoeddus [A6-E: UK GDPR Art 6(1)(e)].',
      'Amod ar gyfer data categori arbennig: Budd cyhoeddus sylweddol [A9-G: UK GDPR Art 9(2)(g)].',
      'Amod Atodlen 1: Diogelu [S1-18: DPA 2018 Sch 1 para 18].',
      'Llwybr ar gyfer data troseddau: Estyniad i ddata troseddau [S1-36: DPA 2018 Sch 1 para 36] (heb ei wirio eto gan gyfreithiwr na swyddog diogelu data).',
      'Pŵer neu ddyletswydd: Ymholiadau adran 47 [CA1989-47: Children Act 1989 s47(1)].',
      'Cyfrinachedd: Wedi’i roi o’r neilltu gan statud [CLC-LAW: common law].',
      'Hawliau dynol: Bywyd preifat a theuluol [HRA-8: ECHR Art 8].',
      'Pam heb gydsyniad (DPA 2018 Atod 1): (c) byddai cael cydsyniad yn niweidio’r amddiffyniad.',
      'Dogfen bolisi briodol: APD-1, fersiwn 2.0, i’w hadolygu erbyn 31 Mawrth 2027.',
      'Darllenir y gyfraith o fersiwn facts-1 o’r catalog.',
      'O dan gytundeb DSA-7, fersiwn 3, cymal 4.2.',
      'Mae’r geiriau wedi’u selio ac ni ddangosir hwy yma.',
    ].join(' '));
  });

  it('tells a refusal in English', () => {
    expect(composeStatement(refusing, 'en')).toBe([
      'County force declines to share with Dalefield Council.',
      'The check is about a child; people in scope: child; parent (2).',
      'Purpose: enquiries under section 47; rated red.',
      'Threshold believed: significant harm, section 47.',
      'Ground: it would have an adverse effect on its own functions.',
      'Regime: UK GDPR with Part 2 [REG-P2: DPA 2018 Part 2].',
      'Lawful basis: Legal obligation [A6-C: UK GDPR Art 6(1)(c)] (not yet checked by a lawyer or data protection officer).',
      'Power or duty: Duty to provide information [SSWBA-164-2: SSW-b(W)A 2014 s164(2)].',
      'Confidentiality: Set aside by statute [CLC-LAW: common law].',
      'Human rights: Private and family life [HRA-8: ECHR Art 8].',
      'The law is read from catalogue version facts-1.',
      'No agreement covers it.',
      'Written reasons: “It would end a live operation.”',
    ].join(' '));
  });

  it('tells a refusal in Welsh', () => {
    expect(composeStatement(refusing, 'cy')).toBe([
      'Mae Heddlu’r sir yn gwrthod rhannu gyda Cyngor Dalefield.',
      'Mae’r gwiriad am blentyn; pobl dan sylw: plentyn; rhiant (2).',
      'Diben: ymholiadau adran 47; lliw: coch.',
      'Trothwy y credir iddo gael ei gyrraedd: niwed sylweddol, adran 47.',
      'Sail: byddai’n effeithio’n andwyol ar ei swyddogaethau ei hun.',
      'Cyfundrefn: GDPR y DU gyda Rhan 2 [REG-P2: DPA 2018 Part 2].',
      'Sail gyfreithlon: Rhwymedigaeth gyfreithiol [A6-C: UK GDPR Art 6(1)(c)] (heb ei wirio eto gan gyfreithiwr na swyddog diogelu data).',
      'Pŵer neu ddyletswydd: Dyletswydd i ddarparu gwybodaeth [SSWBA-164-2: SSW-b(W)A 2014 s164(2)].',
      'Cyfrinachedd: Wedi’i roi o’r neilltu gan statud [CLC-LAW: common law].',
      'Hawliau dynol: Bywyd preifat a theuluol [HRA-8: ECHR Art 8].',
      'Darllenir y gyfraith o fersiwn facts-1 o’r catalog.',
      'Nid oes cytundeb sy’n ei gwmpasu.',
      'Rhesymau ysgrifenedig: “It would end a live operation.”',
    ].join(' '));
  });

  it('tells an asking under emergency override in English', () => {
    expect(composeStatement(overridden, 'en')).toBe([
      'Dalefield Council asks County force for information.',
      'The check is about a child; people in scope: child; parent (2).',
      'Purpose: enquiries under section 47; rated red.',
      'Threshold believed: significant harm, section 47.',
      'Asked for: domestic abuse incidents; police.warnings.',
      'It includes special category data.',
      'It includes data about criminal offences.',
      'Regime: UK GDPR with Part 2 [REG-P2: DPA 2018 Part 2].',
      'No lawful basis is recorded.',
      'Condition for special category data: Substantial public interest [A9-G: UK GDPR Art 9(2)(g)].',
      'Schedule 1 condition: Safeguarding [S1-18: DPA 2018 Sch 1 para 18].',
      'Route for criminal offence data: Extension to criminal data [S1-36: DPA 2018 Sch 1 para 36] (not yet checked by a lawyer or data protection officer).',
      'Power or duty: X-9 (not in the catalogue).',
      'Confidentiality: Set aside by statute [CLC-LAW: common law].',
      'Human rights: Private and family life [HRA-8: ECHR Art 8].',
      'Why without consent (DPA 2018 Sch 1): (c) obtaining consent would prejudice the protection.',
      'Appropriate policy document: APD-1, version 2.0, to be reviewed by 31 March 2027.',
      'The law is read from catalogue version facts-1.',
      'No less intrusive means is recorded as considered.',
      'Emergency override: a life is at risk.',
      'What is missing is completed and reviewed by the end of the next working day.',
      'Agreement DSA-7, version 3, has no clause that covers it.',
      'Answer due by: 1 July 2026, 23:30 (UTC+01:00).',
      'The words are sealed and not shown here.',
    ].join(' '));
  });

  it('tells an asking under emergency override in Welsh', () => {
    expect(composeStatement(overridden, 'cy')).toBe([
      'Mae Cyngor Dalefield yn gofyn i Heddlu’r sir am wybodaeth.',
      'Mae’r gwiriad am blentyn; pobl dan sylw: plentyn; rhiant (2).',
      'Diben: ymholiadau adran 47; lliw: coch.',
      'Trothwy y credir iddo gael ei gyrraedd: niwed sylweddol, adran 47.',
      'Gofynnir am y canlynol: digwyddiadau cam-drin domestig; police.warnings.',
      'Mae’n cynnwys data categori arbennig.',
      'Mae’n cynnwys data am droseddau.',
      'Cyfundrefn: GDPR y DU gyda Rhan 2 [REG-P2: DPA 2018 Part 2].',
      'Ni chofnodwyd unrhyw sail gyfreithlon.',
      'Amod ar gyfer data categori arbennig: Budd cyhoeddus sylweddol [A9-G: UK GDPR Art 9(2)(g)].',
      'Amod Atodlen 1: Diogelu [S1-18: DPA 2018 Sch 1 para 18].',
      'Llwybr ar gyfer data troseddau: Estyniad i ddata troseddau [S1-36: DPA 2018 Sch 1 para 36] (heb ei wirio eto gan gyfreithiwr na swyddog diogelu data).',
      'Pŵer neu ddyletswydd: X-9 (nid yw yn y catalog).',
      'Cyfrinachedd: Wedi’i roi o’r neilltu gan statud [CLC-LAW: common law].',
      'Hawliau dynol: Bywyd preifat a theuluol [HRA-8: ECHR Art 8].',
      'Pam heb gydsyniad (DPA 2018 Atod 1): (c) byddai cael cydsyniad yn niweidio’r amddiffyniad.',
      'Dogfen bolisi briodol: APD-1, fersiwn 2.0, i’w hadolygu erbyn 31 Mawrth 2027.',
      'Darllenir y gyfraith o fersiwn facts-1 o’r catalog.',
      'Ni chofnodwyd bod dull llai ymwthiol wedi’i ystyried.',
      'Gwrthwneud brys: mae bywyd mewn perygl.',
      'Cwblheir ac adolygir yr hyn sydd ar goll erbyn diwedd y diwrnod gwaith nesaf.',
      'Nid oes cymal yng nghytundeb DSA-7, fersiwn 3, sy’n ei gwmpasu.',
      'Ateb erbyn: 1 Gorffennaf 2026, 23:30 (UTC+01:00).',
      'Mae’r geiriau wedi’u selio ac ni ddangosir hwy yma.',
    ].join(' '));
  });
});
