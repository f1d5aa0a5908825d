// What the keys do in Sheet. The export's own key is the window's: it asks for `sheet-export` while this view is shown.
import type { Action } from '$lib/actions.svelte'
import { messages } from '$lib/messages'
import type { SheetFormat } from '$lib/types'
import type { Preview } from './preview.svelte'

export const FORMATS: readonly SheetFormat[] = ['xlsx', 'csv', 'json']

export function sheetActions(
  preview: Preview,
  around: { filter: () => void; export: () => void; copy: () => void },
): Action[] {
  const { actions, title: group, format } = messages.desk.sheet
  const some = () => preview.rows.length > 0
  return [
    {
      id: 'sheet-export',
      title: actions.export,
      group,
      icon: 'export',
      when: () => !preview.exporting,
      keyOnly: true,
      run: around.export,
    },
    {
      id: 'sheet-copy',
      title: actions.copy,
      group,
      keys: ['Control+c'],
      when: () => some() && (getSelection()?.isCollapsed ?? true),
      run: around.copy,
    },
    { id: 'sheet-filter', title: actions.filter, group, keys: ['/'], run: around.filter },
    ...FORMATS.map((each): Action => ({
      id: `sheet-format-${each}`,
      title: actions.format({ name: format[each] }),
      group,
      run: () => (preview.format = each),
    })),
  ]
}
