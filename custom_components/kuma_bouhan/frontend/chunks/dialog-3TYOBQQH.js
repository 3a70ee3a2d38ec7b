import{a,b}from"./chunk-JU2U2EWJ.js";import"./chunk-QYOGACWQ.js";import"./chunk-Y6P6W76B.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
