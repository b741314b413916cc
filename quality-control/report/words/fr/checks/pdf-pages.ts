import type { Translations } from '../../translations'

export const pdfPages: Translations['checks'] = {}
