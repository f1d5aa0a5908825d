// ما يُسأل عنه أو يُقال بعد الإضافة: كلمات المرور والنسخ الأحدث والمراجع.
import type { en } from '../en'
import type { Translation } from '../say'
import * as counts from './counts'

export const adding: Translation<typeof en.adding> = {
  notes: 'ما صارت إليه الملفات المضافة',
  folder: 'إضافة مجلد…',
  references: 'إرفاق مراجع…',
  show: 'عرض',
  locked: {
    title: counts.around('يحتاج إلى كلمة مرور: {}', counts.files),
    label: 'كلمة مرور {file}',
    wrong: 'كلمة المرور هذه لا تفتحه. جرّب غيرها.',
    hint: 'تُستعمل مرة ولا تُحفظ في أي مكان.',
    open: 'فتح',
    skip: 'تخطٍّ',
    opened: 'فُتح {file} وأُضيف.',
    replaceTitle: 'النسخة الأحدث تحتاج إلى كلمة مرور',
  },
  newer: {
    title: counts.around('قد يكون نسخة أحدث: {}', counts.files),
    of: '{file} يشبه «{title}».',
    replace: 'استبدال بالنسخة الأحدث',
    keep: 'الإبقاء على الاثنين',
  },
  refs: {
    title: 'إرفاق مراجع',
    from: 'من {file}',
    nothingYet: 'لا يُكتب شيء قبل أن تأخذ به.',
    overwrite: 'حيث تقول الوثيقة شيئًا آخر، خذ ما يقوله المرجع',
    attached: { '=0': 'لا وثيقة تنال جديدًا', ...counts.around('تنال جديدًا: {}', counts.documents) },
    complete: counts.around('فيها كل ذلك من قبل: {}', counts.documents),
    unsure: counts.around('غير مؤكد: {}', counts.references),
    unmatched: counts.around('لا وثيقة له: {}', counts.references),
    knownBy: { doi: 'بمعرّفها الرقمي', url: 'بعنوانها الشبكي', file: 'باسم ملفها', title: 'بعنوانها' },
    mayBe: 'قد تكون {titles}',
    field: { title: 'العنوان', author: 'المؤلف', publisher: 'الناشر', published: 'تاريخ النشر', url: 'العنوان الشبكي' },
    empty: 'فارغ',
    stays: 'يبقى {field} «{document}»، لا «{reference}»',
    attach: { '=0': 'لا شيء لإرفاقه', ...counts.around('إرفاق {}', counts.references) },
    done: counts.around('مُلئ: {}', counts.documents),
  },
}
