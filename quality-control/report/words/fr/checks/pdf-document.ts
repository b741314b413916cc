import type { Translations } from '../../translations'

export const pdfDocument: Translations['checks'] = {}
