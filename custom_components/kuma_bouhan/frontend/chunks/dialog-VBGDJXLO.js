import{a,b}from"./chunk-4HEQ24Z5.js";import"./chunk-YVMQDE2W.js";import"./chunk-X5RYZNN2.js";import"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
