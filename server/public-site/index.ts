export { createLayerShelf } from './layers/layer-shelf.ts'
export { createReleaseShelf } from './release-shelf.ts'
export { createPublicTree } from './public-tree.ts'
