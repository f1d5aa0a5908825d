// القوائم المغلقة كما تظهر.
import type { en } from '../en'
import type { Translation } from '../say'

export const words: Translation<typeof en.words> = {
  stance: { affirms: 'يؤكد', denies: 'ينفي', doubts: 'يشكك', reports: 'ينقل' },
  verdict: {
    unreviewed: 'لم يُراجَع',
    corroborated: 'مُثبَت',
    disputed: 'متنازَع فيه',
    unverifiable: 'يتعذر التحقق منه',
  },
  asks: { whether: 'هل', 'how-much': 'كم', when: 'متى', who: 'مَن' },
  state: {
    unanswered: 'بلا جواب',
    'single-source': 'مصدر واحد',
    agreed: 'متفق عليه',
    disagreed: 'مختلف فيه',
    resolved: 'محسوم',
  },
  status: { open: 'مفتوح', confirmed: 'مؤكَّد', dismissed: 'مستبعَد' },
  distance: { endorses: 'يتبنّى', distances: 'ينأى بنفسه', neutral: 'محايد' },
  relation: { republishes: 'يعيد نشر', cites: 'يستشهد بـ', quotes: 'يقتبس من', 'responds-to': 'يرد على' },
  reason: {
    value: 'القيمة',
    period: 'الفترة',
    polarity: 'الإثبات والنفي',
    stance: 'الموقف',
    participants: 'المشاركون',
    unit: 'الوحدة',
  },
  common: {
    parties: 'الأطراف نفسها',
    measure: 'المقياس نفسه',
    time: 'الزمن نفسه',
    place: 'المكان نفسه',
    words: 'كلمات متقاربة',
  },
  suggestion: {
    quantity: 'رقم',
    date: 'تاريخ',
    transfer: 'نقل',
    agreement: 'اتفاق',
    denial: 'نفي',
    dispute: 'نزاع',
    attribution: 'إسناد',
  },
  view: {
    read: 'القراءة',
    claims: 'الادعاءات',
    questions: 'الأسئلة',
    disagreements: 'التعارضات',
    editions: 'طبعات أحدث',
    sheet: 'الكشف',
    history: 'السجل',
    sources: 'المصادر',
  },
  grade: {
    A: 'A · موثوق تمامًا',
    B: 'B · موثوق عادةً',
    C: 'C · موثوق إلى حد ما',
    D: 'D · غير موثوق عادةً',
    E: 'E · غير موثوق',
    F: 'F · لا يمكن الحكم عليه',
  },
  credibility: {
    1: '1 · مؤكَّد',
    2: '2 · صحيح على الأرجح',
    3: '3 · قد يكون صحيحًا',
    4: '4 · مشكوك فيه',
    5: '5 · مستبعَد',
    6: '6 · لا يمكن الحكم عليه',
  },
}
