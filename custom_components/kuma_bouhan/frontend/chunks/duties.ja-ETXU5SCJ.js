import"./chunk-LO2NM3CE.js";var i={title:"すること"},d={duties:i};export{d as default,i as duties};
