import{a,b}from"./chunk-52UKJSVM.js";import"./chunk-APXRCTV3.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
