import{a,b}from"./chunk-QIPXZLBV.js";import"./chunk-GPQMRSEO.js";import"./chunk-UQPGVSBW.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
