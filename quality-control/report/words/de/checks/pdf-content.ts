import type { Translations } from '../../translations'

export const pdfContent: Translations['checks'] = {}
