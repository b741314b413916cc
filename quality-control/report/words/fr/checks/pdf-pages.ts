import type { Translations } from '../../translations'

export const pdfPages: Translations['checks'] = {
  'pdf/blank-pages': {
    of: '7a7a4a',
    title: 'Aucune page n’est vide',
    failureTitle: 'Des pages sont vides',
    why: 'Une page vide est souvent une erreur d’export, ou son contenu est sur un calque masqué.',
    remedy: 'Supprimez les pages vides, ou rétablissez ce qui y manque.',
    says: {
      blank: 'vide',
    },
  },
  'pdf/bleed': {
    of: '3967d0',
    title: 'Les pages ont assez de fond perdu',
    failureTitle: 'Les pages ont trop peu de fond perdu',
    why:
      'Le papier n’est jamais coupé exactement sur le trait. Si la création ne dépasse pas le bord, ' +
      'un liseré blanc apparaît.',
    remedy:
      'Prolongez la création au-delà du bord de page et exportez avec fond perdu, pour que le PDF ' +
      'indique sa TrimBox et sa BleedBox.',
    says: {
      'no trim box': 'pas de TrimBox',
      '{0}: the file states no trim box, so the bleed cannot be measured.':
        '{0} : le fichier n’indique pas de TrimBox ; le fond perdu n’est donc pas mesurable.',
      '{0}: {1} of bleed on the shortest side; expected {2} mm.':
        '{0} : {1} de fond perdu sur le côté le plus court ; attendu : {2} mm.',
      '{0} mm on each side': '{0} mm de chaque côté',
      '{0}: the artwork touches the edge of the page, but ends {1}; expected {2} mm.':
        '{0} : la création touche le bord de la page, mais s’arrête {1} ; attendu : {2} mm.',
      'artwork up to {0} mm beyond the edge': 'création jusqu’à {0} mm au-delà du bord',
      '{0} mm beyond it ({1})': '{0} mm au-delà ({1})',
    },
  },
  'pdf/box-nesting': {
    of: '62ca7e',
    title: 'Les zones de page sont cohérentes',
    failureTitle: 'Les zones de page se contredisent',
    why:
      'L’imprimeur place et coupe une page d’après ses zones. Quand elles se contredisent, une partie ' +
      'de la page est perdue.',
    remedy:
      'Exportez de nouveau le PDF au lieu de le recadrer après coup, ou demandez au prépresse de ' +
      'corriger les zones.',
    says: {
      'the {0} box extends {1} mm beyond the {2} box': 'la {0} dépasse de {1} mm la {2}',
      trim: 'zone de rogne (TrimBox)',
      bleed: 'zone de fond perdu (BleedBox)',
      crop: 'zone de recadrage (CropBox)',
      art: 'zone de contenu (ArtBox)',
      media: 'zone de support (MediaBox)',
    },
  },
  'pdf/hairlines': {
    of: '1676e4',
    title: 'Aucun filet n’est trop fin pour l’impression',
    failureTitle: 'Des filets sont trop fins pour l’impression',
    why: 'Les filets très fins se cassent ou disparaissent à l’impression, même s’ils sont beaux à l’écran.',
    remedy: 'Donnez aux filets au moins 0,25 pt, et plus s’ils ne sont pas en noir plein.',
    says: {
      'Page {0} has white lines thinner than {1} pt; the thinnest is {2} pt.':
        'La page {0} a des filets blancs de moins de {1} pt ; le plus fin fait {2} pt.',
      'Page {0} has lines in several inks thinner than {1} pt; the thinnest is {2} pt.':
        'La page {0} a des filets en plusieurs encres de moins de {1} pt ; le plus fin fait {2} pt.',
      'Page {0} has {1} line thinner than {2} pt; the thinnest is {3} pt.':
        'La page {0} a {1} filet de moins de {2} pt ; le plus fin fait {3} pt.',
      'Page {0} has {1} lines thinner than {2} pt; the thinnest is {3} pt.':
        'La page {0} a {1} filets de moins de {2} pt ; le plus fin fait {3} pt.',
    },
  },
  'pdf/mixed-page-sizes': {
    of: 'e5d976',
    title: 'Toutes les pages ont le même format',
    failureTitle: 'Les pages n’ont pas toutes le même format',
    why:
      'Des pages de formats différents sont souvent une erreur d’export, par exemple une couverture ' +
      'qui a perdu son fond perdu.',
    remedy: 'Vérifiez si ces formats sont voulus. Sinon, exportez toutes les pages dans un seul format.',
    says: {
      '{0}: {1}; page 1 has {2} × {3} mm.': '{0} : {1} ; la page 1 fait {2} × {3} mm.',
    },
  },
  'pdf/page-count': {
    of: 'd19f1a',
    title: 'Le nombre de pages est celui commandé',
    failureTitle: 'Le nombre de pages est faux',
    why: 'Une page manquante ou en trop décale toutes les suivantes.',
    remedy: 'Exportez le document avec exactement les pages commandées.',
    says: {
      'The PDF has {0} page; expected {1}.': 'Le PDF a {0} page ; attendu : {1}.',
      'The PDF has {0} pages; expected {1}.': 'Le PDF a {0} pages ; attendu : {1}.',
      'a multiple of {0}': 'un multiple de {0}',
    },
  },
  'pdf/page-size': {
    of: '666835',
    title: 'Le format de page est celui commandé',
    failureTitle: 'Le format de page est faux',
    why:
      'Une page d’un autre format est redimensionnée ou rognée au placement, et ne tient plus dans ' +
      'son espace.',
    remedy: 'Créez le document au format commandé, sans fond perdu ni repères, et exportez-le de nouveau.',
    says: {
      'The profile sets no page size.': 'Le profil ne fixe pas de format de page.',
      '{0}: trim size {1}; expected {2}.': '{0} : format fini {1} ; attendu : {2}.',
    },
  },
  'pdf/text-near-trim': {
    of: 'c67fa5',
    title: 'Le texte reste à distance du bord de la page',
    failureTitle: 'Du texte est trop près du bord de la page',
    why:
      'Le papier n’est jamais coupé exactement sur le trait. Un texte près du bord est coupé, ou ' +
      'semble avoir glissé.',
    remedy: 'Déplacez le texte vers l’intérieur, ou faites-le dépasser le bord à dessein.',
    says: {
      'Page {0}: "{1}" is across the edge.': 'Page {0} : « {1} » dépasse le bord.',
      'Page {0}: "{1}" is {2} mm from the edge.': 'Page {0} : « {1} » est à {2} mm du bord.',
      'across the edge': 'dépasse le bord',
      '{0} mm from the edge': 'à {0} mm du bord',
      'at least {0} mm': 'au moins {0} mm',
    },
  },
}
