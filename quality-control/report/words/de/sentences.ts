import type { Says } from '../translations'

export const sentences: Says = {
  'The upload broke off. Export it again or upload it again.':
    'Das Hochladen ist abgebrochen. Exportieren Sie die Datei neu oder laden Sie sie erneut hoch.',
}
