import type { Translations } from '../../translations'

export const videoSignal: Translations['checks'] = {
  'video/codec': {
    of: '8e2c17',
    title: 'Le codec vidéo est accepté',
    failureTitle: 'Le codec vidéo n’est pas accepté',
    why:
      'Un lecteur qui ne connaît pas le codec n’affiche rien, ou la vidéo est reconvertie et perd en ' +
      'qualité.',
    remedy: 'Exportez de nouveau avec un codec accepté.',
    says: {
      'The video is encoded as {0}; accepted: {1}.': 'La vidéo est encodée en {0} ; accepté : {1}.',
    },
  },
  'video/colour-tags': {
    of: '2335d5',
    title: 'Les balises de couleur sont conformes',
    failureTitle: 'Les balises de couleur manquent ou sont fausses',
    why:
      'Les lecteurs lisent ces balises pour afficher les couleurs. Si elles manquent ou sont fausses, ' +
      'une couleur de marque change d’un lecteur à l’autre, et le HDR paraît délavé.',
    remedy:
      'Exportez de nouveau dans l’espace colorimétrique attendu, en général Rec. 709, avec ses balises.',
    says: {
      'The video has high dynamic range ({0}).': 'La vidéo est en grande plage dynamique ({0}).',
      'The colours are tagged as {0}.': 'Balises de couleur trouvées : {0}.',
      'The file does not state these colour tags: {0}.':
        'Le fichier n’indique pas ces balises de couleur : {0}.',
      'not tagged': 'aucune balise',
      primaries: 'primaires',
      transfer: 'fonction de transfert',
      matrix: 'matrice',
    },
  },
  'video/display-size': {
    of: 'a7fe75',
    title: 'Les dimensions de la vidéo sont acceptées',
    failureTitle: 'Les dimensions de la vidéo sont fausses',
    why: 'Une vidéo d’une autre taille est redimensionnée, rognée ou affichée avec des bandes.',
    remedy: 'Exportez de nouveau à la taille attendue, depuis un master au moins aussi grand.',
    says: {
      'The video is {0} × {1} px, which is not an accepted size.':
        'La vidéo fait {0} × {1} px, ce qui n’est pas une taille acceptée.',
      'The video is {0} × {1} px, which is not an accepted aspect ratio.':
        'La vidéo fait {0} × {1} px ; ces proportions ne sont pas acceptées.',
      'The video is only {0} × {1} px.': 'La vidéo ne fait que {0} × {1} px.',
      'at least {0} px on the shorter side': 'au moins {0} px sur le petit côté',
    },
  },
  'video/frame-rate': {
    of: '380cd0',
    title: 'La cadence d’images est constante et acceptée',
    failureTitle: 'La cadence d’images varie ou n’est pas acceptée',
    why:
      'Une cadence variable ou convertie rend le mouvement saccadé et désynchronise peu à peu le son ' +
      'et l’image.',
    remedy:
      'Exportez de nouveau à une cadence constante et acceptée, de préférence celle de la prise de ' +
      'vues. Celle des téléphones et des captures d’écran varie souvent.',
    says: {
      'The video has a single frame.': 'La vidéo ne contient qu’une image.',
      'The frame rate varies.': 'La cadence d’images varie.',
      'a frame every {0} ms to {1} ms, {2} fps on average':
        'une image toutes les {0} ms à {1} ms, {2} fps en moyenne',
      'a constant rate': 'une cadence constante',
      'The video has {0} fps.': 'La vidéo est à {0} fps.',
    },
  },
  'video/interlacing': {
    of: '1afb8e',
    title: 'Le type de balayage est conforme',
    failureTitle: 'Le type de balayage n’est pas conforme',
    why:
      'Une vidéo entrelacée montre des contours dentelés sur ordinateur et téléphone, et un ' +
      'indicateur faux la fait mal traiter par les lecteurs.',
    remedy:
      'Exportez de nouveau avec le balayage attendu. Désentrelacez une source entrelacée, et vérifiez ' +
      'que l’indicateur correspond au contenu.',
    says: {
      'The video is {0}; expected {1}.': 'Balayage : {0} ; attendu : {1}.',
      'The video is {0}, {1} field first; expected {2}.':
        'Balayage : {0}, première trame : {1} ; attendu : {2}.',
      'The file is flagged as {0}, but its content is {1}.':
        'Le fichier est déclaré {0}, mais son contenu est {1}.',
      progressive: 'progressif',
      interlaced: 'entrelacé',
      'The video is {0}, top field first; expected {1}.':
        'Balayage : {0}, trame supérieure en premier ; attendu : {1}.',
      'The video is {0}, bottom field first; expected {1}.':
        'Balayage : {0}, trame inférieure en premier ; attendu : {1}.',
    },
  },
  'video/levels': {
    of: 'd727a7',
    title: 'Les niveaux respectent la plage de diffusion',
    failureTitle: 'Les niveaux dépassent la plage de diffusion',
    why:
      'Les valeurs hors plage sont écrêtées avant l’affichage. Les hautes lumières et les ombres ' +
      'perdent du détail, et les diffuseurs refusent le fichier.',
    remedy:
      'Appliquez un limiteur aux normes de diffusion, ou vérifiez qu’une source en plage complète n’a ' +
      'pas été déclarée en plage limitée.',
    says: {
      'Full-range and RGB video has no broadcast range.':
        'Une vidéo RVB ou en plage complète n’a pas de plage de diffusion.',
      'More than 1 % of the pixels are out of range for {0} from {1}.':
        'Plus de 1 % des pixels sont hors plage pendant {0} à partir de {1}.',
      'up to {0} % of the pixels': 'jusqu’à {0} % des pixels',
      'at most 1 % outside 5-246': '1 % au plus en dehors de 5-246',
      'at most 1 % outside 16-235': '1 % au plus en dehors de 16-235',
    },
  },
  'video/pixel-aspect-ratio': {
    of: 'c06a3f',
    title: 'Les pixels sont carrés',
    failureTitle: 'Les pixels ne sont pas carrés',
    why:
      'Un lecteur qui ignore le rapport d’aspect des pixels affiche les visages et les logos trop ' +
      'larges ou trop étroits.',
    remedy: 'Exportez de nouveau en pixels carrés, à la taille d’affichage de la vidéo.',
    says: {
      'Stored as {0} × {1} px, shown as {2} × {3} px.':
        'Enregistré en {0} × {1} px, affiché en {2} × {3} px.',
      'pixel aspect ratio {0}': 'rapport d’aspect des pixels {0}',
      'square pixels': 'pixels carrés',
    },
  },
  'video/pixel-format': {
    of: '318d58',
    title: 'Le sous-échantillonnage de chrominance et la profondeur de bits sont acceptés',
    failureTitle: 'Le sous-échantillonnage de chrominance ou la profondeur de bits n’est pas accepté',
    why:
      'Beaucoup de lecteurs ne lisent que le 4:2:0 en 8 bits. Les diffuseurs demandent du 4:2:2 en 10 ' +
      'bits, qui laisse de la marge pour l’incrustation et l’étalonnage.',
    remedy:
      'Exportez de nouveau avec un sous-échantillonnage de chrominance et une profondeur de bits ' +
      'acceptés.',
    says: {
      'The profile accepts all pixel formats.': 'Le profil accepte tous les formats de pixel.',
      'The video is stored as {0}; accepted: {1}.': 'La vidéo est enregistrée en {0} ; accepté : {1}.',
    },
  },
  'video/stored-rotation': {
    of: 'ff27e9',
    title: 'La vidéo est enregistrée à l’endroit',
    failureTitle: 'La vidéo est enregistrée pivotée et dépend d’une balise',
    why:
      'Les téléphones enregistrent la vidéo telle que le capteur la voit et ajoutent une balise de ' +
      'rotation. Les logiciels de montage et les serveurs publicitaires peuvent l’ignorer.',
    remedy: 'Exportez de nouveau depuis un logiciel de montage, avec la rotation appliquée.',
    says: {
      'The video is stored rotated: players must rotate it by {0}°.':
        'La vidéo est enregistrée pivotée : les lecteurs doivent la tourner de {0}°.',
    },
  },
  'video/super-contrast': {
    of: '9e1910',
    title: 'Le texte à l’écran a assez de contraste',
    failureTitle: 'Le texte à l’écran a trop peu de contraste',
    why: 'Des lettres pâles sur une image pâle disparaissent sur un téléviseur dans une pièce claire.',
    remedy: 'Changez la couleur du texte, ou placez derrière lui un bloc d’une seule couleur.',
    says: {
      '"{0}" has a contrast of {1} to 1.': '« {0} » a un contraste de {1} pour 1.',
      '{0} to 1': '{0} pour 1',
      'at least {0} to 1': 'au moins {0} pour 1',
    },
  },
  'video/super-height': {
    of: '80e838',
    title: 'Le texte à l’écran est assez grand',
    failureTitle: 'Le texte à l’écran est trop petit',
    why:
      'De petits caractères illisibles depuis le canapé n’informent pas, et les organismes de validation ' +
      'les refusent.',
    remedy: 'Agrandissez le texte, ou raccourcissez-le pour que des lettres plus grandes tiennent.',
    says: {
      '"{0}" is {1} of {2} lines high.': '« {0} » fait {1} lignes de haut sur {2}.',
      '{0} of {1} lines': '{0} lignes sur {1}',
      'at least {0} on a block': 'au moins {0} sur un bloc de couleur',
    },
  },
  'video/super-hold': {
    of: 'e003a4',
    title: 'Le texte à l’écran reste assez longtemps pour être lu',
    failureTitle: 'Le texte à l’écran disparaît avant d’être lu',
    why:
      'Un spectateur qui n’a pas le temps de lire les mentions n’a pas été informé. Les autorités les ' +
      'considèrent comme absentes.',
    remedy: 'Laissez le texte plus longtemps, ou raccourcissez-le.',
    says: {
      '"{0}" stays for {1} at {2}; {3} words need {4}.':
        '« {0} » ne reste que {1} à {2} ; {3} mots demandent {4}.',
    },
  },
}
