// The closed lists as they are shown. The keys are the words of SQL, Rust and the command line.
import type {
  Asks,
  Common,
  DisagreementStatus,
  Distance,
  QuestionState,
  ReasonKind,
  RelationKind,
  Stance,
  SuggestionKind,
  VerdictWord,
  ViewName,
} from '../../types'

const stance = { affirms: 'Affirms', denies: 'Denies', doubts: 'Doubts', reports: 'Reports' } as const satisfies Record<
  Stance,
  string
>
const verdict = {
  unreviewed: 'Unreviewed',
  corroborated: 'Corroborated',
  disputed: 'Disputed',
  unverifiable: 'Unverifiable',
} as const satisfies Record<VerdictWord, string>
const asks = { whether: 'Whether', 'how-much': 'How much', when: 'When', who: 'Who' } as const satisfies Record<
  Asks,
  string
>
const state = {
  unanswered: 'Unanswered',
  'single-source': 'Single source',
  agreed: 'Agreed',
  disagreed: 'Disagreed',
  resolved: 'Resolved',
} as const satisfies Record<QuestionState, string>
const status = { open: 'Open', confirmed: 'Confirmed', dismissed: 'Dismissed' } as const satisfies Record<
  DisagreementStatus,
  string
>
const distance = { endorses: 'Endorses', distances: 'Distances itself', neutral: 'Neutral' } as const satisfies Record<
  Distance,
  string
>
const relation = {
  republishes: 'Republishes',
  cites: 'Cites',
  quotes: 'Quotes',
  'responds-to': 'Responds to',
} as const satisfies Record<RelationKind, string>
const reason = {
  value: 'value',
  period: 'period',
  polarity: 'polarity',
  stance: 'stance',
  participants: 'participants',
  unit: 'unit',
} as const satisfies Record<ReasonKind, string>
const common = {
  parties: 'same parties',
  measure: 'same measure',
  time: 'same time',
  place: 'same place',
  words: 'similar words',
} as const satisfies Record<Common, string>
const suggestion = {
  quantity: 'number',
  date: 'date',
  transfer: 'transfer',
  agreement: 'agreement',
  denial: 'denial',
  dispute: 'dispute',
  attribution: 'attribution',
} as const satisfies Record<SuggestionKind, string>
const view = {
  read: 'Read',
  claims: 'Claims',
  questions: 'Questions',
  disagreements: 'Disagreements',
  sheet: 'Sheet',
  history: 'History',
  sources: 'Sources',
  editions: 'Newer editions',
} as const satisfies Record<ViewName, string>
const grade: Record<string, string> = {
  A: 'A · completely reliable',
  B: 'B · usually reliable',
  C: 'C · fairly reliable',
  D: 'D · not usually reliable',
  E: 'E · unreliable',
  F: 'F · cannot be judged',
}
const credibility: Record<number, string> = {
  1: '1 · confirmed',
  2: '2 · probably true',
  3: '3 · possibly true',
  4: '4 · doubtful',
  5: '5 · improbable',
  6: '6 · cannot be judged',
}

/** Within a period, a value and a stretch of time; sizes as short as pictures write them. */
const when = {
  since: 'since {when}',
  after: 'after {when}',
  until: 'until {when}',
  before: 'before {when}',
  by: 'by {when}',
} as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const size = { trillion: 'tn', billion: 'bn', million: 'm' } as const
/** Where no unit stands beside it: "2 m" would be two metres. */
const sizeAlone = { trillion: 'trillion', billion: 'billion', million: 'million' } as const
const stretch = {
  day: { one: '{n} day', other: '{n} days' },
  month: { one: '{n} month', other: '{n} months' },
  year: { one: '{n} year', other: '{n} years' },
} as const

export const words = {
  stance,
  verdict,
  asks,
  state,
  status,
  distance,
  relation,
  common,
  reason,
  suggestion,
  view,
  grade,
  credibility,
  when,
  months,
  size,
  sizeAlone,
  stretch,
  almost: 'almost {value}',
  qualified: '{stance}: {answer}',
} as const
