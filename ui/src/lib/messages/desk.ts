// Strings of the review desk: Claims, Questions, Disagreements, Sheet, History. One file a view.
import { claims } from './claims'
import { disagreements } from './disagreements'
import { history } from './history'
import { questions } from './questions'
import { sheet } from './sheet'

export const desk = { claims, questions, disagreements, sheet, history }
