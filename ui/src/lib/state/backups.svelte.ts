// The automatic backups of the open project, and the folder they go to.
import * as api from '../api'
import type { BackupRow } from '../types'
import { project } from './project.svelte'

export class Backups {
  rows = $state.raw<BackupRow[]>([])

  async look(): Promise<void> {
    this.rows = project.summary ? await api.backups().catch(() => []) : []
  }

  /** Chooses their folder by the system's dialog, or has our own again. What lies elsewhere stays listed. */
  async choose(own: boolean): Promise<void> {
    const settings = await project.write(() => api.backupFolderSet(own))
    if (settings) project.settings = settings
    await this.look()
  }
}

export const backups = new Backups()
