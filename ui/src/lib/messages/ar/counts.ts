// The counted nouns, by the six categories of Arabic.
const noun = (one: string, two: string, few: string, many: string, other: string) => ({
  one,
  two,
  few: `{n} ${few}`,
  many: `{n} ${many}`,
  other: `{n} ${other}`,
})

export const claims = noun('ادعاء واحد', 'ادعاءان', 'ادعاءات', 'ادعاءً', 'ادعاء')
export const documents = noun('وثيقة واحدة', 'وثيقتان', 'وثائق', 'وثيقة', 'وثيقة')
export const files = noun('ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف')
export const references = noun('مرجع واحد', 'مرجعان', 'مراجع', 'مرجعًا', 'مرجع')
export const suggestions = noun('اقتراح واحد', 'اقتراحان', 'اقتراحات', 'اقتراحًا', 'اقتراح')
export const disagreements = noun('تعارض واحد', 'تعارضان', 'تعارضات', 'تعارضًا', 'تعارض')
export const origins = noun('أصل واحد', 'أصلان', 'أصول', 'أصلًا', 'أصل')
export const questions = noun('سؤال واحد', 'سؤالان', 'أسئلة', 'سؤالًا', 'سؤال')
export const operations = noun('عملية واحدة', 'عمليتان', 'عمليات', 'عملية', 'عملية')
export const rows = noun('صف واحد', 'صفان', 'صفوف', 'صفًا', 'صف')
export const passages = noun('مقطع واحد', 'مقطعان', 'مقاطع', 'مقطعًا', 'مقطع')
export const characters = noun('حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف')
export const warnings = noun('تحذير واحد', 'تحذيران', 'تحذيرات', 'تحذيرًا', 'تحذير')
export const problems = noun('مشكلة واحدة', 'مشكلتان', 'مشكلات', 'مشكلة', 'مشكلة')
export const results = noun('نتيجة واحدة', 'نتيجتان', 'نتائج', 'نتيجة', 'نتيجة')
export const days = noun('يوم واحد', 'يومان', 'أيام', 'يومًا', 'يوم')
export const months = noun('شهر واحد', 'شهران', 'أشهر', 'شهرًا', 'شهر')
export const years = noun('سنة واحدة', 'سنتان', 'سنوات', 'سنة', 'سنة')

/** The same noun within a sentence: `around('اختير {}', claims)`. */
export const around = <T extends Record<string, string>>(sentence: string, counted: T): T =>
  Object.fromEntries(Object.entries(counted).map(([category, form]) => [category, sentence.replace('{}', form)])) as T
