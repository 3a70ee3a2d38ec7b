import{a,b}from"./chunk-PWHIAFFR.js";import"./chunk-7YEYD53X.js";import"./chunk-X5RYZNN2.js";import"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
