// المصادر: الدرجات وشبكة الوثائق والأصول.
import type { en } from '../en'
import type { Translation } from '../say'
import * as counts from './counts'

export const sources: Translation<typeof en.desk.sources> = {
  title: 'المصادر',
  filter: 'تصفية المصادر',
  none: 'لا مصدر بهذا الاسم.',
  noneYet: 'لا مصادر بعد: تأتي مع الوثائق.',
  gradeOf: 'درجة {name}',
  graded: 'درجة المصدر {grade}',
  ungraded: 'بلا درجة',
  web: 'من يقود إلى من',
  hint: 'الأسهم تقود إلى ما أُعيد نشره أو استُشهد به أو اقتُبس أو رُدّ عليه',
  outside: 'أصل ليس في هذا المشروع',
  together: counts.around('{}، أصل واحد ·', counts.documents),
  alone: counts.around('{} غيرها قائمة بذاتها: بلا صلة، ومؤلفها لها وحدها.', counts.documents),
  claims: counts.claims,
  documents: counts.documents,
  origins: counts.origins,
  effect: 'أثر ذلك في الإثبات',
  sum: '{documents}، {origins}',
  why: 'يُثبَت الادعاء بالأصول لا بمرات الذكر: ما كتبه مؤلف واحد، والعمل مع ما أُعيد نشره منه، يُعدّ مرة واحدة. الاستشهاد وحده لا يجمع شيئًا؛ أما الادعاء المنسوب إلى ما يستشهد به فيُجمع معه تحت سؤاله.',
  relations: 'الصلات',
  of: 'صلات «{title}»',
  noRelations: 'لم تُسجَّل صلة. تُسجَّل الصلات مع الوثيقة في القراءة.',
  columns: {
    document: 'الوثيقة',
    relation: 'الصلة',
    other: 'الوثيقة الأخرى',
    question: 'السؤال',
    documents: 'الوثائق',
    origins: 'الأصول',
  },
  oneOrigin: 'أصل واحد',
  countOnce: counts.around('{} تُعدّ مرة واحدة', counts.documents),
  allApart: 'كل وثيقة قائمة بذاتها.',
  questions: 'أسئلة أصولها أقل من وثائقها',
  actions: { next: 'الوثيقة التالية', previous: 'الوثيقة السابقة', read: 'فتح في القراءة' },
  empty: {
    title: 'لا وثائق بعد',
    text: 'مؤلفو الوثائق التي تضيفها وناشروها هم المصادر؛ ودرجاتهم تُعطى هنا.',
    go: 'إلى القراءة',
  },
  failed: 'تعذّرت قراءة الصلات',
}
