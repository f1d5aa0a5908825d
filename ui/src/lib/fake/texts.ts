// Five invented documents about an invented trade route. [words] is an open suggestion, {n:words} the passage of claim n.

export interface FakeText {
  title: string
  author: string | null
  publisher: string | null
  published: string | null
  grade: string | null
  language?: string
  /** Blocks: "# " heading, "- " item, "> " quote, "^ " footnote, "~ " furniture, "| " row, "@ " byline, else paragraph. */
  blocks: string[]
}

export const texts: FakeText[] = [
  {
    title: 'The Maresh Corridor, Five Years On',
    author: 'Ilona Brandt',
    publisher: 'Corridor Review',
    published: '2019-11-14',
    grade: 'B',
    blocks: [
      '= The Maresh Corridor, Five Years On',
      '@ Ilona Brandt · Corridor Review · 14 November 2019',
      'When the road over the Maresh pass was cut in 2014, few in either capital expected lorries. They got them. {0:Trade along the corridor came to about $800 million in 2018}, the chamber of commerce in Orsk said the following spring, {1:up by roughly a quarter on the year before, if two freight brokers are to be believed}. Wool and copper went east; machine parts and citrus went west.',
      '{2:Whether either ledger counts what moves through the free port is an open matter}, and a large one: [a third of the copper is said to take that road]. Neither customs office publishes its method.',
      '# Guards at the pass',
      '{3:About 200 soldiers of both armies met for a drill near Karsa in the autumn of 2016}, the first of its kind. [The drill has been held every year since], in one country and then the other, and observers have been invited to none of them.',
      '{4:No contract for fighter aircraft has been signed}, whatever was rumoured at the spring fair, and [a second batch of twelve helicopters was still unpriced in late 2018]. The helicopters that did arrive, {5:four of them, were handed over in 2017}.',
      '# What the numbers leave out',
      'A road does not count what it carries. The two statistical offices agree on wool, differ on copper by a factor of two, and [have never published a figure for fuel]. Brokers on the western side put the missing part at a tenth; those on the eastern side laugh at the question.',
      '| Year\tWestern ledger\tEastern ledger',
      '| 2016\t410 million\t355 million',
      '| 2017\t620 million\t470 million',
      '> “Nobody lies,” a retired inspector told this review. “They only weigh at different hours.”',
      'The ferry at the foot of the pass 🚢 runs twice a day, café tables on deck, and its manifest is the one document both sides sign.',
      '- Wool, hides and felt: eastward, all year.',
      '- Copper ore: eastward, after the thaw.',
      '- Machine parts: westward, by contract.',
      '^ The chamber’s yearbook gives no table for the free port.',
      '~ Corridor Review is published four times a year. All rights reserved.',
    ],
  },
  {
    title: 'Counting Lorries: External Trade of the Eastern Region 2018',
    author: null,
    publisher: 'Bureau of Customs Figures',
    published: '2019-04',
    grade: 'A',
    blocks: [
      '= External Trade of the Eastern Region 2018',
      '{6:In 2018 goods worth 541.3 million dollars crossed at Maresh in both directions}. The bureau counts at the barrier, by declared value, and leaves out transit.',
      '{7:Turnover grew by 15 per cent on 2017}. Copper ore made up two fifths of the value, wool and hides a quarter.',
      '[The free port is outside the customs territory and does not enter these tables.]',
    ],
  },
  {
    title: 'A Thaw That Pays?',
    author: 'Peter Solheim',
    publisher: 'Harrow Papers',
    published: '2020-03-02',
    grade: 'B',
    blocks: [
      '= A Thaw That Pays?',
      'The enthusiasts have a number and the sceptics have another. {8:The eastern tables put the turnover of 2018 at 540 million dollars, and no more}, citing the customs bureau.',
      '{9:A liaison officer said that nearly 400 troops of both countries had trained around Karsa in September 2016}. That is twice what the garrison paper printed.',
      '{10:According to a diplomat in Orsk, a contract for six fighter aircraft was signed in 2018}. The ministry did not answer questions. [Deliveries were to begin in the second half of 2019.]',
      '{11:The unwritten ban on arms sales was lifted in June 2014}, the same month the road was opened.',
    ],
  },
  {
    title: 'Maresh Corridor at Five',
    author: 'Ilona Brandt',
    publisher: 'The Morning Courier',
    published: '2019-12-01',
    grade: 'D',
    blocks: [
      '= Maresh Corridor at Five',
      '@ By Ilona Brandt, reprinted from Corridor Review',
      '{12:Trade along the corridor came to about $800 million in 2018}, the chamber of commerce said, more than anybody had expected of a road.',
      '{13:The ban on arms sales fell in November 2014}, half a year after the first lorries.',
    ],
  },
  {
    title: 'گذرگاه مارش: حساب تجارت',
    author: 'ر. قریشی',
    publisher: null,
    published: '2020',
    grade: null,
    language: 'ur',
    blocks: [
      '= گذرگاه مارش: حساب تجارت',
      'دونوں دفاتر کے اعداد و شمار مختلف ہیں۔ [سال 2018 میں تجارت تقریباً 800 ملین ڈالر رہی۔] اون اور تانبا مشرق کی طرف گیا۔',
      'A line with hidden marks: zero\u200bwidth and \u202eoverride\u202c stand here as they were found.',
    ],
  },
]

/** Per claim: statement, stance, verdict, question, answer, credited to, low, high, unit, edtf. */
export type FakeClaim = [
  string,
  'affirms' | 'denies' | 'doubts' | 'reports',
  'unreviewed' | 'corroborated' | 'disputed' | 'unverifiable',
  number | null,
  string | null,
  string | null,
  number | null,
  number | null,
  string | null,
  string | null,
]

export const claims: FakeClaim[] = [
  ['Trade along the Maresh corridor came to about 800 million US dollars in 2018.', 'affirms', 'unreviewed', 0, '≈ $800 m', 'chamber of commerce in Orsk', 8e8, 8e8, 'USD', '2018'],
  ['Trade along the corridor grew by roughly a quarter from 2017 to 2018.', 'reports', 'unreviewed', 1, '≈ 25 %', 'two freight brokers', 25, 25, 'percent', '2018'],
  ['It is uncertain whether either ledger counts goods moved through the free port.', 'doubts', 'unverifiable', 2, null, null, null, null, null, null],
  ['About 200 soldiers of both armies trained near Karsa in autumn 2016.', 'affirms', 'disputed', 3, '≈ 200', null, 200, 200, 'soldier', '2016-23'],
  ['No contract for fighter aircraft has been signed.', 'denies', 'disputed', 4, 'denies', null, null, null, null, null],
  ['Four helicopters were handed over in 2017.', 'affirms', 'corroborated', 5, '4', null, 4, 4, 'helicopter', '2017'],
  ['Goods worth 541.3 million dollars crossed at Maresh in 2018.', 'affirms', 'corroborated', 0, '$541.3 m', null, 541.3e6, 541.3e6, 'USD', '2018'],
  ['Turnover at Maresh grew by 15 per cent from 2017 to 2018.', 'affirms', 'unreviewed', 1, '15 %', null, 15, 15, 'percent', '2018'],
  ['Turnover of 2018 was 540 million dollars.', 'affirms', 'unreviewed', 0, '$540 m', 'customs bureau', 5.4e8, 5.4e8, 'USD', '2018'],
  ['Nearly 400 troops of both countries trained around Karsa in September 2016.', 'reports', 'unreviewed', 3, '≈ 400', 'a liaison officer', 360, 400, 'soldier', '2016-09'],
  ['A contract for six fighter aircraft was signed in 2018.', 'reports', 'unreviewed', 4, 'reports', 'a diplomat in Orsk', 6, 6, 'aircraft', '2018'],
  ['The unwritten ban on arms sales was lifted in June 2014.', 'affirms', 'corroborated', 6, 'June 2014', null, null, null, null, '2014-06'],
  ['Trade along the corridor came to about 800 million US dollars in 2018.', 'affirms', 'unreviewed', 0, '≈ $800 m', 'chamber of commerce', 8e8, 8e8, 'USD', '2018'],
  ['The ban on arms sales fell in November 2014.', 'affirms', 'unreviewed', 6, 'November 2014', null, null, null, null, '2014-11'],
]

export const questions: [string, 'whether' | 'how-much' | 'when' | 'who'][] = [
  ['How large was trade along the Maresh corridor in 2018?', 'how-much'],
  ['By how much did trade grow from 2017 to 2018?', 'how-much'],
  ['Do the ledgers count goods through the free port?', 'whether'],
  ['How many soldiers took part in the 2016 drill near Karsa?', 'how-much'],
  ['Was a contract for fighter aircraft signed?', 'whether'],
  ['How many helicopters were delivered?', 'how-much'],
  ['When was the ban on arms sales lifted?', 'when'],
]

/** Pairs of claims that cannot both be right: kind, reason, severity. */
export const disagreements: [number, number, 'value' | 'stance' | 'period', string, number][] = [
  [0, 6, 'value', 'about 800 million USD (720–880 million) and 541.3 million USD exclude one another.', 0.8],
  [0, 8, 'value', 'about 800 million USD (720–880 million) and 540 million USD exclude one another.', 0.8],
  [1, 7, 'value', 'about 25 per cent (22.5–27.5) and 15 per cent exclude one another.', 0.6],
  [3, 9, 'value', 'about 200 (180–220) and nearly 400 (360–400) soldiers exclude one another.', 0.9],
  [4, 10, 'stance', 'One denies what the other reports.', 0.7],
  [11, 13, 'period', 'June 2014 and November 2014 are different months.', 0.5],
]
