// Every type that crosses the seam, under one roof: the generated ones, and the few that belong to the shell alone.

import type { Attachment } from './bindings/Attachment'
import type { CodebookEntry } from './bindings/CodebookEntry'
import type { Document } from './bindings/Document'
import type { ErrorCode } from './bindings/ErrorCode'
import type { Imported } from './bindings/Imported'
import type { OpenDocument } from './bindings/OpenDocument'
import type { ProjectSummary } from './bindings/ProjectSummary'
import type { Replaced } from './bindings/Replaced'
import type { Said } from './bindings/Said'
import type { Source } from './bindings/Source'

export { sentences, type OperationKind } from './bindings/sentences'
export type { Alarm } from './bindings/Alarm'
export type { AlarmKind } from './bindings/AlarmKind'
export type { Anchor } from './bindings/Anchor'
export type { AnchorDecision } from './bindings/AnchorDecision'
export type { Anchoring } from './bindings/Anchoring'
export type { AnchoringId } from './bindings/AnchoringId'
export type { AnchoringPage } from './bindings/AnchoringPage'
export type { AnchoringQuery } from './bindings/AnchoringQuery'
export type { AnchoringState } from './bindings/AnchoringState'
export type { AnswerRow } from './bindings/AnswerRow'
export type { Answered } from './bindings/Answered'
export type { Asks } from './bindings/Asks'
export type { Attached } from './bindings/Attached'
export type { Attachment } from './bindings/Attachment'
export type { BackupRow } from './bindings/BackupRow'
export type { Bibliography } from './bindings/Bibliography'
export type { Block } from './bindings/Block'
export type { BlockKind } from './bindings/BlockKind'
export type { Change } from './bindings/Change'
export type { Changes } from './bindings/Changes'
export type { Claim } from './bindings/Claim'
export type { ClaimFields } from './bindings/ClaimFields'
export type { ClaimId } from './bindings/ClaimId'
export type { ClaimOrder } from './bindings/ClaimOrder'
export type { ClaimPage } from './bindings/ClaimPage'
export type { ClaimPast } from './bindings/ClaimPast'
export type { ClaimPlaces } from './bindings/ClaimPlaces'
export type { ClaimQuery } from './bindings/ClaimQuery'
export type { ClaimRelation } from './bindings/ClaimRelation'
export type { ClaimRow } from './bindings/ClaimRow'
export type { ClaimTerm } from './bindings/ClaimTerm'
export type { ClaimThen } from './bindings/ClaimThen'
export type { CodebookEntry } from './bindings/CodebookEntry'
export type { Common } from './bindings/Common'
export type { Comparison } from './bindings/Comparison'
export type { Contrast } from './bindings/Contrast'
export type { DetectedBy } from './bindings/DetectedBy'
export type { DeviceId } from './bindings/DeviceId'
export type { Dimension } from './bindings/Dimension'
export type { Disagreement } from './bindings/Disagreement'
export type { DisagreementCounts } from './bindings/DisagreementCounts'
export type { DisagreementId } from './bindings/DisagreementId'
export type { DisagreementPage } from './bindings/DisagreementPage'
export type { DisagreementQuery } from './bindings/DisagreementQuery'
export type { DisagreementRow } from './bindings/DisagreementRow'
export type { DisagreementStatus } from './bindings/DisagreementStatus'
export type { Distance } from './bindings/Distance'
export type { Document } from './bindings/Document'
export type { DocumentAnew } from './bindings/DocumentAnew'
export type { DocumentId } from './bindings/DocumentId'
export type { DocumentOrigin } from './bindings/DocumentOrigin'
export type { DocumentRelation } from './bindings/DocumentRelation'
export type { DocumentRow } from './bindings/DocumentRow'
export type { EditionId } from './bindings/EditionId'
export type { EditionRow } from './bindings/EditionRow'
export type { ErrorCode } from './bindings/ErrorCode'
export type { Fate } from './bindings/Fate'
export type { Fates } from './bindings/Fates'
export type { Filled } from './bindings/Filled'
export type { Format } from './bindings/Format'
export type { Given } from './bindings/Given'
export type { Hedge } from './bindings/Hedge'
export type { Hits } from './bindings/Hits'
export type { Imported } from './bindings/Imported'
export type { ListedClaim } from './bindings/ListedClaim'
export type { ListedClaims } from './bindings/ListedClaims'
export type { LogQuery } from './bindings/LogQuery'
export type { LogTerms } from './bindings/LogTerms'
export type { Mark } from './bindings/Mark'
export type { Matrix } from './bindings/Matrix'
export type { MatrixCell } from './bindings/MatrixCell'
export type { MatrixRow } from './bindings/MatrixRow'
export type { Modality } from './bindings/Modality'
export type { NoteReference } from './bindings/NoteReference'
export type { OpenDisagreement } from './bindings/OpenDisagreement'
export type { OpenDocument } from './bindings/OpenDocument'
export type { OpenOperation } from './bindings/OpenOperation'
export type { OpenSuggestion } from './bindings/OpenSuggestion'
export type { OpenQuestion } from './bindings/OpenQuestion'
export type { Operation } from './bindings/Operation'
export type { OperationId } from './bindings/OperationId'
export type { Origin } from './bindings/Origin'
export type { OtherPlace } from './bindings/OtherPlace'
export type { Page } from './bindings/Page'
export type { ParagraphHit } from './bindings/ParagraphHit'
export type { Passage } from './bindings/Passage'
export type { PassageRow } from './bindings/PassageRow'
export type { Period } from './bindings/Period'
export type { PeriodCell } from './bindings/PeriodCell'
export type { PeriodProblem } from './bindings/PeriodProblem'
export type { Piece } from './bindings/Piece'
export type { PieceKind } from './bindings/PieceKind'
export type { Polarity } from './bindings/Polarity'
export type { Problem } from './bindings/Problem'
export type { ProjectSummary } from './bindings/ProjectSummary'
export type { Proposal } from './bindings/Proposal'
export type { ProposedQuestion } from './bindings/ProposedQuestion'
export type { Quantity } from './bindings/Quantity'
export type { Question } from './bindings/Question'
export type { QuestionChoice } from './bindings/QuestionChoice'
export type { QuestionId } from './bindings/QuestionId'
export type { QuestionRow } from './bindings/QuestionRow'
export type { QuestionState } from './bindings/QuestionState'
export type { Reading } from './bindings/Reading'
export type { Reason } from './bindings/Reason'
export type { ReasonKind } from './bindings/ReasonKind'
export type { ReasonRow } from './bindings/ReasonRow'
export type { Recorded } from './bindings/Recorded'
export type { Relation } from './bindings/Relation'
export type { RelationKind } from './bindings/RelationKind'
export type { Replaced } from './bindings/Replaced'
export type { Reread } from './bindings/Reread'
export type { ReviewerId } from './bindings/ReviewerId'
export type { RowId } from './bindings/RowId'
export type { Said } from './bindings/Said'
export type { Sheet } from './bindings/Sheet'
export type { SheetFormat } from './bindings/SheetFormat'
export type { ShortAnswer } from './bindings/ShortAnswer'
export type { Side } from './bindings/Side'
export type { Source } from './bindings/Source'
export type { SourceId } from './bindings/SourceId'
export type { SourceRow } from './bindings/SourceRow'
export type { Span } from './bindings/Span'
export type { Stance } from './bindings/Stance'
export type { Suggestion } from './bindings/Suggestion'
export type { SuggestionId } from './bindings/SuggestionId'
export type { SuggestionKind } from './bindings/SuggestionKind'
export type { Told } from './bindings/Told'
export type { Value } from './bindings/Value'
export type { ValueCell } from './bindings/ValueCell'
export type { Verdict } from './bindings/Verdict'
export type { VerdictRow } from './bindings/VerdictRow'
export type { VerdictWord } from './bindings/VerdictWord'
export type { Warning } from './bindings/Warning'
export type { When } from './bindings/When'

/** What a rejected command carries. */
export interface Failure {
  code: ErrorCode
  message: string
  /** The same with its places open: `api.failure` says it in the window's language. */
  said?: Said | null
}

export type Theme = 'system' | 'light' | 'dark'

/** The views of the window, in the order of Ctrl+1…7; the last is there while passages await a decision. */
export type ViewName = 'read' | 'claims' | 'questions' | 'disagreements' | 'sheet' | 'history' | 'sources' | 'editions'

/** What the window remembers on this machine. */
export interface Settings {
  reviewer: string
  theme: Theme
  /** Language of the window: a code of `messages/languages.ts`, or "system". */
  language: string
  /** The face documents are set in: "serif" or "sans". */
  reading_font: string
  /** Per cent, 80 to 200. */
  zoom: number
  panes: { library: number; claim: number }
  last_view: string
  /** The keys chosen in place of our own, by action. */
  keys: Record<string, string[]>
  /** Where automatic backups go; `null` for our own folder. Only `backupFolderSet` changes it. */
  backup_folder: string | null
}

/** Where one was in a project. */
export interface Place {
  view: string
  document: string | null
  panes: Settings['panes'] | null
}

export interface Recent {
  path: string
  title: string
  opened: string
}

export interface Start {
  project: ProjectSummary | null
  /** Why the project named on the command line is not open. */
  problem: (Failure & { path: string }) | null
  recent: Recent[]
  settings: Settings
  sample: string | null
  version: string
  /** The windows that look at the project; this one among them. */
  windows: string[]
  /** What the first page shows of the open project. */
  first: FirstPage | null
}

export interface FirstPage {
  place: Place | null
  documents: Document[]
  codebook: CodebookEntry[]
  sources: Source[]
  /** The document to begin with: the one asked for, else the one that was open last, else the first. */
  open: OpenDocument | null
}

export interface ImportProgress {
  done: number
  total: number
  file: string
  /** How many of its pages are read, while it is read by the page. */
  pages: { read: number; all: number } | null
  imported: Imported | null
  error: Failure | null
  finished: boolean
}

/** A file that takes a password; `tried`: the one given was wrong. */
export interface LockedFile {
  id: number | null
  file: string
  tried: boolean
}

/** A document was replaced, or the newer file takes a password. */
export interface Replacing {
  replaced: Replaced | null
  locked: LockedFile | null
}

/** What would become of the references of a file. */
export interface ShownReferences {
  file: string
  filling: Attachment[]
  overwriting: Attachment[]
}

export interface ImportReport {
  imported: Imported[]
  failed: { file: string; error: Failure }[]
  locked: LockedFile[]
  left_out: { file: string; why: string }[]
  cancelled: boolean
}

export interface Status {
  kind: 'check' | 'backup'
  outcome: 'done' | 'problems' | 'elsewhere' | 'failed'
  /** How many problems a check found. */
  count: number
  /** What is wrong, in the desktop's words. */
  detail: string | null
  problem: boolean
}
