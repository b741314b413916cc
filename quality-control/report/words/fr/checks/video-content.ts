import type { Translations } from '../../translations'

export const videoContent: Translations['checks'] = {
  'video/black-frames': {
    of: 'b15bf5',
    title: 'Aucune image noire n’interrompt la vidéo',
    failureTitle: 'La vidéo contient des images noires',
    why:
      'Des images noires entre deux plans sont en général une erreur de montage. Un long noir au ' +
      'début ou à la fin gaspille du temps payé.',
    remedy:
      'Comblez le trou au montage, ou raccourcissez le noir au début ou à la fin. Si le noir est ' +
      'voulu (un fondu), ne changez rien.',
    says: {
      'The whole video is black.': 'Toute la vidéo est noire.',
      'visible content': 'un contenu visible',
      'Black under a logo at {0}.': 'Noir sous un logo à {0}.',
      'Black between shots at {0}.': 'Noir entre deux plans à {0}.',
      'no black': 'pas de noir',
      'Black for {0} at the {1}.': 'Noir pendant {0} ({1}).',
      'Black for {0} at the start.': 'Noir pendant {0} au début.',
      'Black for {0} at the end.': 'Noir pendant {0} à la fin.',
    },
  },
  'video/blockiness': {
    of: '9f1422',
    title: 'Aucun bloc de compression n’est visible',
    failureTitle: 'Des blocs de compression sont visibles',
    why: 'Des carrés visibles font amateur, et chaque plateforme compresse encore la vidéo.',
    remedy:
      'Exportez de nouveau depuis le master, avec un débit plus élevé. Ne recompressez pas un fichier ' +
      'déjà compressé.',
    says: {
      'Blocks are not measured in {0}: it is lossless, or it codes each frame by itself.':
        'Les blocs ne sont pas mesurés en {0} : ce codec est sans perte, ou code chaque image ' +
        'séparément.',
      'No sampled frame could be measured.': 'Aucune image de l’échantillon n’a pu être mesurée.',
      'The edges of the black bars would be measured as blocks.':
        'Les bords des bandes noires seraient mesurés comme des blocs.',
      'The video shows square compression blocks.': 'La vidéo montre des blocs de compression carrés.',
    },
  },
  'video/blur': {
    of: '03c383',
    title: 'La vidéo est nette',
    failureTitle: 'La vidéo paraît floue',
    why:
      'Une vidéo floue du début à la fin était mal mise au point, ou a été agrandie depuis un petit ' +
      'master.',
    remedy: 'Utilisez un master plus grand ou plus net. Si le flou est voulu, ne changez rien.',
    says: {
      'No sampled frame has edges to measure.': 'Aucune image de l’échantillon n’a de contours à mesurer.',
      'Edges are soft in the whole video.': 'Les contours sont flous dans toute la vidéo.',
      'edges {0} px wide': 'contours larges de {0} px',
      'at most {0} px': '{0} px au plus',
    },
  },
  'video/flash-frames': {
    of: '0ddfe3',
    title: 'Aucune image parasite entre les plans',
    failureTitle: 'Images parasites entre les plans',
    why: 'Une ou deux images d’un autre plan sont en général un reste de montage. On voit un scintillement.',
    remedy: 'Parcourez ce passage image par image et supprimez les images parasites.',
    says: {
      'A shot of 1 frame at {0}.': 'Un plan de 1 image à {0}.',
      'A shot of {0} frames at {1}.': 'Un plan de {0} images à {1}.',
      'shots of at least 3 frames': 'plans d’au moins 3 images',
    },
  },
  'video/flashes': {
    of: '5615aa',
    title: 'La vidéo n’a pas de flashs dangereux',
    failureTitle: 'La vidéo a des flashs dangereux',
    why:
      'Plus de trois flashs par seconde peuvent provoquer des crises chez les personnes épileptiques ' +
      'photosensibles. Ceci est un contrôle préalable, pas un certificat.',
    remedy:
      'Ralentissez les flashs à moins de trois par seconde, réduisez leur contraste ou limitez-les à ' +
      'un quart de l’écran.',
    says: {
      'The video flashes more than three times per second at {0}.':
        'La vidéo comporte plus de trois flashs par seconde à {0}.',
      'The video flashes just below the limit for several seconds at {0}.':
        'La vidéo comporte des flashs juste sous la limite pendant plusieurs secondes à {0}.',
      'The video flashes close to the limit at {0}.':
        'La vidéo comporte des flashs proches de la limite à {0}.',
      'up to {0} red flashes per second': 'jusqu’à {0} flashs rouges par seconde',
      'up to {0} flashes per second': 'jusqu’à {0} flashs par seconde',
    },
  },
  'video/frozen-frames': {
    of: 'fa140c',
    title: 'La vidéo ne se fige pas',
    failureTitle: 'La vidéo se fige',
    why: 'Une vidéo qui s’arrête ressemble à une panne du lecteur, et c’est souvent une erreur d’export.',
    remedy: 'Regardez ce passage. Si l’image fixe est voulue (un titre, un packshot), ne changez rien.',
    says: {
      'The video freezes for {0} at {1}.': 'La vidéo se fige pendant {0} à {1}.',
      'less than {0} s': 'moins de {0} s',
    },
  },
  'video/letterbox': {
    of: 'ada597',
    title: 'L’image remplit le cadre',
    failureTitle: 'La vidéo a des bandes noires',
    why: 'Des bandes incrustées réduisent l’image partout et s’ajoutent à celles du lecteur.',
    remedy: 'Exportez aux proportions de l’image, ou remplissez le cadre.',
    says: {
      'on the left and right': 'à gauche et à droite',
      'at the top and bottom': 'en haut et en bas',
      'Black bars of about {0} px {1} from {2} to {3}.': 'Bandes noires d’environ {0} px {1} de {2} à {3}.',
      'Black bars of about {0} px {1}.': 'Bandes noires d’environ {0} px {1}.',
      '{0} and {1}': '{0} et {1}',
    },
  },
  'video/missing-frames': {
    of: 'dcb1b6',
    title: 'Aucune image ne manque',
    failureTitle: 'Des images manquent',
    why:
      'Le mouvement saute là où des images manquent. La cause habituelle : des images perdues à ' +
      'l’enregistrement ou un export défectueux.',
    remedy: 'Regardez le plus long trou, et exportez de nouveau depuis la source.',
    says: {
      'No new frame for {0}.': 'Aucune nouvelle image pendant {0}.',
      '{0} between two frames': '{0} entre deux images',
      'about {0}': 'environ {0}',
    },
  },
  'video/repeated-frames': {
    of: 'e858dd',
    title: 'Aucune image ne se répète dans le mouvement',
    failureTitle: 'Des images se répètent dans le mouvement',
    why:
      'Une image répétée rend le mouvement saccadé. La cause habituelle est une image perdue ou une ' +
      'conversion de cadence.',
    remedy:
      'Parcourez ce passage image par image, et exportez de nouveau depuis la source à sa propre ' +
      'cadence d’images.',
    says: {
      'Every {0}th frame repeats the one before: the frame rate was converted.':
        'Une image sur {0} répète la précédente : la cadence d’images a été convertie.',
      '{0} repeated frames': '{0} images répétées',
      'a new image in each frame': 'une nouvelle image à chaque fois',
      'The video stands still for 1 frame at {0}.': 'La vidéo s’arrête pendant 1 image à {0}.',
      'The video stands still for {0} frames at {1}.': 'La vidéo s’arrête pendant {0} images à {1}.',
      'no repeated frame': 'aucune image répétée',
    },
  },
}
