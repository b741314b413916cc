import type { ReportWords } from '../report-words'

const checks = (count: number) => (count === 1 ? '1 contrôle' : `${count} contrôles`)
const s = (count: number) => (count === 1 ? '' : 's')

export const fr: ReportWords = {
  language: 'fr',
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre'],
    ...['novembre', 'décembre'],
  ],
  date: (day, month, year) => `${day} ${month} ${year}`,
  colon: '\u00a0: ',
  report: 'Rapport de contrôle',
  verdicts: { pass: 'Conforme', review: 'À vérifier', fail: 'Non conforme', error: 'Non contrôlé' },
  sentences: {
    review: 'Une personne doit examiner les constats avant l’utilisation de ce fichier.',
    fail: 'Ce fichier doit être corrigé avant son utilisation.',
    error:
      'Un contrôle obligatoire n’a pas pu être exécuté : il n’y a pas encore de note. Les opérateurs sont ' +
      'informés et vont recommencer.',
  },
  readyToUse: (profile) => `Utilisable selon le profil « ${profile} ».`,
  checked: (count, areas) => `${checks(count)} exécuté${s(count)} : ${areas}.`,
  areas: {
    ...{ file: 'fichier', image: 'image', pdf: 'PDF', video: 'vidéo', audio: 'son' },
    banner: 'bannière',
    copy: 'texte et codes',
  },
  statuses: {
    pass: 'Conforme',
    warn: 'Avertissement',
    fail: 'Non conforme',
    accepted: 'Accepté',
    not_applicable: 'Sans objet',
    errored: 'Non exécuté',
  },
  severities: { blocker: 'bloquant', major: 'majeur', minor: 'mineur', info: 'information' },
  withAccepted: (verdict, count) =>
    `${verdict}, avec ${count} ${count === 1 ? 'constat accepté' : 'constats acceptés'}`,
  acceptedFindings: 'Constats acceptés',
  onlyAccepted: 'Aucun contrôle n’a trouvé d’autre problème.',
  acceptedBy: (who) => `Accepté par ${who}`,
  acceptedUntil: (day) => `jusqu’au ${day}`,
  of100: 'sur 100',
  noScore: 'pas de note',
  uploaded: (moment) => `déposé le ${moment}`,
  notCheckable: 'Ce fichier n’a pas pu être contrôlé.',

  superseded: 'Remplacé',
  supersededSentence:
    'Ce rapport concerne une ancienne version du fichier. Utilisez le rapport sur la nouvelle version.',
  supersededResult: (verdict, score) => `Résultat de l’ancienne version : ${verdict}, ${score}`,
  newerReportName: (part) => `Le nom du nouveau rapport contient « ${part} ».`,
  reportsFolder: 'Ouvrir le dossier des rapports',
  currentFile: 'Ouvrir la version actuelle du fichier',

  minorPoints: 'Points mineurs',
  whatToDo: 'À faire',
  whyNoScore: 'Pourquoi il n’y a pas de note',
  whyRejected: 'Motif',
  noProblem: 'Aucun contrôle n’a trouvé de problème.',
  correctIt: 'Corrigez le fichier et déposez-le de nouveau.',
  accepted: 'Formats acceptés',
  acceptedUpTo: (size) => `jusqu’à ${size}`,
  toDo: 'À faire :',
  notChecked: 'Non contrôlé :',
  andMore: (count) => `et ${count} autre${s(count)}`,
  moreInDetails: (count) => `${count} autre${s(count)} sous`,
  moreOfTheKind: (count) => `${count} autre${s(count)} du même type`,
  more: (count) => `${count} autre${s(count)}`,

  findings: 'Constats',
  finding: (number) => `Constat ${number}`,
  measured: 'Mesuré',
  expected: 'Attendu',
  page: (page) => `page ${page}`,
  at: (time) => `à ${time}`,
  fromTo: (start, end) => `de ${start} à ${end}`,
  closeUp: (number) => `Constat ${number}, agrandi`,
  frameAt: (time) => `Image à ${time}`,
  nearestFrame: (time) => `Image la plus proche : ${time}`,

  image: 'Image',
  pages: 'Pages',
  pagesShown: (shown, all) => `Les ${shown} premières pages sur ${all} sont affichées.`,
  boxes: {
    trim: 'Zone de rogne (TrimBox)',
    bleed: 'Fond perdu (BleedBox)',
    crop: 'Zone de recadrage (CropBox)',
    art: 'Zone de contenu (ArtBox)',
    media: 'Support (MediaBox)',
  },
  safeArea: 'Zone de sécurité',
  detectedText: 'Texte détecté',
  legendOf: (severity, status) => `${status}, ${severity}`,

  timeline: 'Chronologie',
  lanes: { Black: 'Noir', Freeze: 'Image fixe', Flashes: 'Flashs', Cuts: 'Coupes', Silence: 'Silence' },
  time: 'Temps',
  none: 'aucun',
  loudness: 'Intensité sonore à court terme',
  loudnessOverTime: (target) => `Intensité sonore à court terme ; la cible est ${target}`,
  loudnessTarget: (target) => `Bande verte : la cible pour tout le programme, ${target}.`,

  checksPassed: (count) => `${checks(count)} conforme${s(count)}`,
  checksNotApplicable: (count) => `${checks(count)} sans objet pour ce fichier`,
  checksNotRun: (count) => `${checks(count)} non exécuté${s(count)}`,
  checksThatCouldNotRun: 'Contrôles non exécutés',

  sum: 'Calcul de la note',
  sumCaption: 'Points déduits par contrôle',
  start: 'Départ',
  score: 'Note',
  noScoreBecause: 'Pas de note : un contrôle obligatoire n’a pas pu être exécuté',
  neverBelow0: 'La note n’est jamais inférieure à 0',
  cappedTo: (severity, score) => `Un contrôle non conforme (${severity}) limite la note à ${score}`,
  scoreRules:
    'Un contrôle non conforme coûte 40 points (bloquant), 15 (majeur) ou 5 (mineur), un avertissement la ' +
    'moitié. Un contrôle bloquant ou majeur non conforme rend le fichier non conforme. Sinon, le fichier ' +
    'est conforme à partir de 90 points, et à vérifier en dessous.',
  technicalFacts: 'Données techniques',
  provenance: 'Provenance',
  session: 'Session',
  uploadTime: 'Déposé',
  profile: 'Profil',
  profileVersion: (title, id, version) => `${title} (${id}, version ${version})`,
  boxFile: 'Fichier dans Box',
  boxFileVersion: (file, version) => `${file}, version ${version}`,
  workflow: 'Workflow',
  tools: 'Outils',
  technicalDetail: 'Détail technique',
  sourceLink: 'Ouvrir le fichier dans Box',
  runLink: 'Ouvrir l’exécution',
  contact: 'Des questions ?',
  notACertificate:
    'Le contrôle des flashs est un contrôle préalable selon WCAG 2.3.1 et UIT-R BT.1702, pas un certificat.',
  englishParts: 'Les constats, les corrections et les données techniques sont en anglais.',
}
