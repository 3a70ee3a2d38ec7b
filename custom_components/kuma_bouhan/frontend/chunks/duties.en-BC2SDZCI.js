import"./chunk-LO2NM3CE.js";var i={title:"Duties"},s={duties:i};export{s as default,i as duties};
