// الطباعة.
import * as counts from './counts'

export const print = {
  title: 'طباعة',
  what: 'اطبع',
  kind: { sheet: 'كشف الادعاءات', document: 'وثيقة مع ادعاءاتها', question: 'سؤال مع صورته' },
  preview: 'كما سيكون على الورق',
  print: 'طباعة…',
  sheet: 'كشف الادعاءات',
  answers: 'الإجابات بكلمات وثائقها',
  by: '{reviewer}، {date}',
  noQuestion: 'بلا سؤال',
  credited: 'منسوب إلى {who}',
  page: 'ص {page}',
  override: 'حُكم رغم اعتراض',
  differs: counts.around('في {}', counts.disagreements),
  nothing: 'لا شيء للطباعة بعد.',
}
