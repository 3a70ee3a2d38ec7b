import{a,b}from"./chunk-O2NO6Q4V.js";import"./chunk-QVKHSXXH.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
