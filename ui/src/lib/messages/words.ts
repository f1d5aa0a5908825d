// The closed lists as they are shown. The keys are the words of SQL, Rust and the command line.
import type {
  Asks,
  DisagreementStatus,
  Distance,
  QuestionState,
  ReasonKind,
  RelationKind,
  Stance,
  SuggestionKind,
  VerdictWord,
  ViewName,
} from '../types'

const stance: Record<Stance, string> = { affirms: 'Affirms', denies: 'Denies', doubts: 'Doubts', reports: 'Reports' }
const verdict: Record<VerdictWord, string> = {
  unreviewed: 'Unreviewed',
  corroborated: 'Corroborated',
  disputed: 'Disputed',
  unverifiable: 'Unverifiable',
}
const asks: Record<Asks, string> = { whether: 'Whether', 'how-much': 'How much', when: 'When', who: 'Who' }
const state: Record<QuestionState, string> = {
  unanswered: 'Unanswered',
  'single-source': 'Single source',
  agreed: 'Agreed',
  disagreed: 'Disagreed',
  resolved: 'Resolved',
}
const status: Record<DisagreementStatus, string> = { open: 'Open', confirmed: 'Confirmed', dismissed: 'Dismissed' }
const distance: Record<Distance, string> = { endorses: 'Endorses', distances: 'Distances itself', neutral: 'Neutral' }
const relation: Record<RelationKind, string> = {
  republishes: 'Republishes',
  cites: 'Cites',
  quotes: 'Quotes',
  'responds-to': 'Responds to',
}
const reason: Record<ReasonKind, string> = {
  value: 'value',
  period: 'period',
  polarity: 'polarity',
  stance: 'stance',
  participants: 'participants',
  unit: 'unit',
}
const suggestion: Record<SuggestionKind, string> = {
  quantity: 'number',
  date: 'date',
  transfer: 'transfer',
  agreement: 'agreement',
  denial: 'denial',
  dispute: 'dispute',
  attribution: 'attribution',
}
const view: Record<ViewName, string> = {
  read: 'Read',
  claims: 'Claims',
  questions: 'Questions',
  disagreements: 'Disagreements',
  sheet: 'Sheet',
  history: 'History',
}
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

export const words = {
  stance,
  verdict,
  asks,
  state,
  status,
  distance,
  relation,
  reason,
  suggestion,
  view,
  grade,
  credibility,
}
